package io.frontlineservice.worker;

/**
 * The sender of messages to customers of chat. Chosen by {@code frontline.senders.chat}.
 */
enum ChatSender {

	/** The worker's sender for SMS, as in Twilio's sample. */
	SMS,

	/** No sender: workers cannot start a chat. */
	NONE

}
