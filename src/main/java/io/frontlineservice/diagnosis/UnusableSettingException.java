package io.frontlineservice.diagnosis;

/**
 * The value of a setting cannot be used. Thrown where a setting is converted from text.
 * The message follows the key and does not quote the value.
 */
public class UnusableSettingException extends IllegalArgumentException {

	public UnusableSettingException(String problem) {
		super(problem);
	}

}
