package io.frontlineservice.diagnosis;

/**
 * A setting's value cannot be used. Thrown where a setting is made of text. The message
 * follows the key and does not quote the value.
 */
public class UnusableSettingException extends IllegalArgumentException {

	public UnusableSettingException(String problem) {
		super(problem);
	}

}
