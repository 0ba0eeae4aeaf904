package io.frontlineservice.conversation.gateway;

import io.frontlineservice.work.RetryLaterException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Twilio cannot do now what it can do later. Thrown by {@link ConversationsGateway}; the
 * job that asked is tried again. The message names Twilio's error code, if there is one,
 * and never quotes Twilio.
 */
public class TwilioUnavailableException extends RetryLaterException {

	private final boolean needsOperator;

	/**
	 * Makes one.
	 * @param after how long Twilio asks to wait; null if it does not say
	 */
	public TwilioUnavailableException(String reason, @Nullable Duration after) {
		super(reason, after);
		this.needsOperator = false;
	}

	private TwilioUnavailableException(String reason, Duration interval, boolean needsOperator) {
		super(reason, interval, needsOperator);
		this.needsOperator = needsOperator;
	}

	/** One that waits for people, as refused credentials do: nothing is given up. */
	public static TwilioUnavailableException untilFixed(String reason, Duration interval) {
		return new TwilioUnavailableException(reason, interval, true);
	}

	/** Whether it lasts until an operator does something: to retry soon is of no use. */
	public boolean needsOperator() {
		return this.needsOperator;
	}

}
