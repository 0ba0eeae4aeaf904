package io.frontlineservice.work;

/**
 * A {@link Job} can never succeed, so retries are pointless. Thrown by jobs; the request
 * becomes a dead letter at once. Operators read the message: it contains no names and no
 * numbers.
 */
public class GiveUpException extends RuntimeException {

	public GiveUpException(String reason) {
		super(reason, null, false, false);
	}

}
