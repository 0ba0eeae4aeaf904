package io.frontlineservice.conversation.gateway;

import io.frontlineservice.work.RetryLaterException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call to Twilio failed, but may succeed later. Thrown by {@link ConversationsGateway};
 * the job is retried. The message contains Twilio's error code, if there is one, but no
 * text of Twilio.
 */
public class TwilioUnavailableException extends RetryLaterException {

	private final boolean needsOperator;

	/**
	 * Creates the exception.
	 * @param after how long Twilio asks to wait; null without such a request
	 */
	public TwilioUnavailableException(String reason, @Nullable Duration after) {
		super(reason, after);
		this.needsOperator = false;
	}

	private TwilioUnavailableException(String reason, Duration interval, boolean needsOperator) {
		super(reason, interval, needsOperator);
		this.needsOperator = needsOperator;
	}

	/**
	 * Creates an exception for a problem that an operator has to fix, such as refused
	 * credentials. The job is retried at this interval and never given up.
	 */
	public static TwilioUnavailableException untilFixed(String reason, Duration interval) {
		return new TwilioUnavailableException(reason, interval, true);
	}

	/** Whether an operator has to fix the problem, so that an early retry is useless. */
	public boolean needsOperator() {
		return this.needsOperator;
	}

}
