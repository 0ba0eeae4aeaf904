package io.frontlineservice.template;

import java.util.List;

/**
 * A message that was offered to a worker, and the content at Twilio that sends the same
 * text. Immutable.
 *
 * @param text the message as it was offered
 * @param contentSid the content
 * @param variables the variables of the content and where their values are in the text
 */
public record OfferedTemplate(String text, ContentSid contentSid, List<Variable> variables) {

	public OfferedTemplate {
		variables = List.copyOf(variables);
	}

	/** Does not contain the text. */
	@Override
	public String toString() {
		return "OfferedTemplate[" + this.contentSid + "]";
	}

	/**
	 * A variable of a content.
	 *
	 * @param name its name, such as {@code 1}
	 * @param start the index of the value's first character in the text
	 * @param end the index after its last character
	 */
	public record Variable(String name, int start, int end) {
	}

}
