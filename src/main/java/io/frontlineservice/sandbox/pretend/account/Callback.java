package io.frontlineservice.sandbox.pretend.account;

import java.time.Duration;

/**
 * The URLs at which Twilio posts to the service: three that Frontline asks for the app,
 * the one that routes, and the one that Conversations tells. Named by {@code Event}s.
 */
public enum Callback {

	/** The CRM callback. */
	CRM("/callbacks/crm", Duration.ofSeconds(6)),

	/** The outgoing conversations callback. */
	OUTGOING_CONVERSATION("/callbacks/outgoing-conversation", Duration.ofSeconds(6)),

	/** The templates callback. */
	TEMPLATES("/callbacks/templates", Duration.ofSeconds(6)),

	/** Custom routing. */
	ROUTING("/callbacks/routing", Duration.ofSeconds(10)),

	/** The webhooks of Conversations, before and after the fact. */
	CONVERSATIONS("/callbacks/conversations", Duration.ofSeconds(5));

	private final String path;

	private final Duration limit;

	Callback(String path, Duration limit) {
		this.path = path;
		this.limit = limit;
	}

	/** Where this service has it. */
	public String path() {
		return this.path;
	}

	/** How long Twilio waits for the answer. */
	public Duration limit() {
		return this.limit;
	}

	/**
	 * Whether it is asked for a screen of the app, or for something a worker does in it.
	 */
	boolean isForTheApp() {
		return this == CRM || this == OUTGOING_CONVERSATION || this == TEMPLATES;
	}

}
