package io.frontlineservice.conversation.gateway;

/** What became of a worker who was to be added to a conversation. */
public enum Addition {

	/** The worker is in the conversation now. */
	ADDED,

	/** The worker was in the conversation already (errors 50433, 50437). */
	ALREADY_THERE,

	/** The worker is in as many conversations as Twilio allows (error 50214). */
	WORKER_FULL

}
