package io.frontlineservice.text;

import java.util.List;

/**
 * A message with its values, and where these are in it. Made by {@link MessageTemplate}.
 * Immutable.
 *
 * @param text the message without surrounding blanks
 * @param values the values in the order of the placeholders; empty if the template has
 * sections
 */
public record FilledMessage(String text, List<Span> values) {

	public FilledMessage {
		values = List.copyOf(values);
	}

	/** Does not contain the text. */
	@Override
	public String toString() {
		return "FilledMessage[values=" + this.values.size() + "]";
	}

	/**
	 * A part of a text.
	 *
	 * @param start the index of its first character
	 * @param end the index after its last character
	 */
	public record Span(int start, int end) {

	}

}
