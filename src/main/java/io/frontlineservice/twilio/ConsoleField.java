package io.frontlineservice.twilio;

/**
 * The fields of Twilio's console that have a URL of this service. Used wherever operators
 * are told what to enter.
 */
public enum ConsoleField {

	/** The CRM callback. */
	CRM("/callbacks/crm", "Frontline > Manage > Callbacks", "CRM Callback URL", "CRM callback"),

	/** The outgoing conversations callback. */
	OUTGOING_CONVERSATION("/callbacks/outgoing-conversation", "Frontline > Manage > Callbacks",
			"Outgoing Conversations Callback URL", "outgoing conversations callback"),

	/** The templates callback. */
	TEMPLATES("/callbacks/templates", "Frontline > Manage > Callbacks", "Templates Callback URL", "templates callback"),

	/** The callback of custom routing. */
	ROUTING("/callbacks/routing", "Frontline > Manage > Routing", "Custom routing", "routing callback"),

	/** The webhooks of Conversations. */
	CONVERSATIONS("/callbacks/conversations", "Conversations > Manage > Global webhooks",
			"Pre-webhook URL and Post-webhook URL", "Conversations webhook");

	private final String path;

	private final String page;

	private final String label;

	private final String callback;

	ConsoleField(String path, String page, String label, String callback) {
		this.path = path;
		this.page = page;
		this.label = label;
		this.callback = callback;
	}

	/** Returns the path of the callback at this service. */
	public String path() {
		return this.path;
	}

	/** Returns the name of the field. */
	public String label() {
		return this.label;
	}

	/** Returns the page of the console, and the name of the field on it. */
	public String place() {
		return this.page + " > " + this.label;
	}

	/** Returns what Twilio sends to the URL, as people call it. */
	public String callback() {
		return this.callback;
	}

}
