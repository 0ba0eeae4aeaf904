package io.frontlineservice.worker;

/**
 * What customers of chat are written to from. Chosen by {@code frontline.senders.chat}.
 */
enum ChatSender {

	/** The sender that the worker has for SMS, as Twilio's sample has it. */
	SMS,

	/** Nothing: nobody begins a chat. */
	NONE

}
