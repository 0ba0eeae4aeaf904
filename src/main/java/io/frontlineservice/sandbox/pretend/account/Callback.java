package io.frontlineservice.sandbox.pretend.account;

import java.time.Duration;

/**
 * The URLs to which Twilio posts: three callbacks of the Frontline app, custom routing,
 * and the webhooks of Conversations.
 */
public enum Callback {

	/** The CRM callback. */
	CRM("/callbacks/crm", Duration.ofSeconds(6)),

	/** The outgoing conversations callback. */
	OUTGOING_CONVERSATION("/callbacks/outgoing-conversation", Duration.ofSeconds(6)),

	/** The templates callback. */
	TEMPLATES("/callbacks/templates", Duration.ofSeconds(6)),

	/** The custom routing callback. */
	ROUTING("/callbacks/routing", Duration.ofSeconds(10)),

	/** The pre-event and post-event webhooks of Conversations. */
	CONVERSATIONS("/callbacks/conversations", Duration.ofSeconds(5));

	private final String path;

	private final Duration limit;

	Callback(String path, Duration limit) {
		this.path = path;
		this.limit = limit;
	}

	/** The path of the callback at this service. */
	public String path() {
		return this.path;
	}

	/** How long Twilio waits for a response. */
	public Duration limit() {
		return this.limit;
	}

	/** Whether the Frontline app calls it. */
	boolean isForTheApp() {
		return this == CRM || this == OUTGOING_CONVERSATION || this == TEMPLATES;
	}

}
