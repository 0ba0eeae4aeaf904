package io.frontlineservice.sandbox.pretend.account;

import java.util.Map;
import java.util.TreeMap;

/**
 * A content of the account: a text with numbered variables, and its approval by WhatsApp.
 * Kept by {@link Contents}. Immutable.
 *
 * @param sid {@code HX} and 32 hexadecimal digits
 * @param friendlyName its name in Twilio's console
 * @param language the language of the text, such as {@code en}
 * @param body the text, with <code>{{1}}</code> for the first variable
 * @param variables a sample value of each variable, by number
 * @param category the category in which WhatsApp approves it, such as {@code UTILITY}
 * @param status the status of its approval: {@code unsubmitted}, {@code received},
 * {@code pending}, {@code approved}, {@code rejected}, {@code paused} or {@code disabled}
 */
public record Content(String sid, String friendlyName, String language, String body, Map<String, String> variables,
		String category, String status) {

	public Content {
		variables = Map.copyOf(variables);
	}

	/** Whether WhatsApp accepts it outside the 24-hour window. */
	public boolean isApproved() {
		return this.status.equals("approved");
	}

	public Content withStatus(String other) {
		return new Content(this.sid, this.friendlyName, this.language, this.body, this.variables, this.category, other);
	}

	/**
	 * Returns the text with these values. A variable without a value gets its sample
	 * value.
	 */
	public String text(Map<String, String> values) {
		Map<String, String> all = new TreeMap<>(this.variables);
		all.putAll(values);
		String text = this.body;
		for (Map.Entry<String, String> each : all.entrySet()) {
			text = text.replace("{{" + each.getKey() + "}}", each.getValue());
		}
		return text;
	}

}
