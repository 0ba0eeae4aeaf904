package io.frontlineservice.conversation;

import java.time.Duration;

/**
 * What the classes that request, run and look for settlements agree on. A settlement is
 * one run of {@link SettleConversationJob}.
 */
final class Settlement {

	/** The name of the job; its subject is the SID of a conversation. */
	static final String JOB = "settle-conversation";

	/**
	 * How long Twilio may take to send its events and to show a new conversation
	 * everywhere. Nothing is concluded from a missing event or a 404 before that.
	 */
	static final Duration GRACE = Duration.ofSeconds(90);

	private Settlement() {
	}

}
