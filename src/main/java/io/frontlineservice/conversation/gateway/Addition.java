package io.frontlineservice.conversation.gateway;

/** The outcome of adding a worker to a conversation. */
public enum Addition {

	/** The worker is in the conversation now. */
	ADDED,

	/** The worker was already in the conversation (errors 50433, 50437). */
	ALREADY_THERE,

	/** The worker is in as many conversations as Twilio allows (error 50214). */
	WORKER_FULL

}
