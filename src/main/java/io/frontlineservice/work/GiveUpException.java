package io.frontlineservice.work;

/**
 * A {@link Job} cannot be done, however often it is tried. Thrown by jobs; the work
 * becomes a dead letter at once, for an operator to look at. The message is our own
 * words, without names and numbers: operators read it.
 */
public class GiveUpException extends RuntimeException {

	public GiveUpException(String reason) {
		super(reason, null, false, false);
	}

}
