package io.frontlineservice.text;

import org.jspecify.annotations.Nullable;

/**
 * A placeholder as it stands in a template, without its braces: {@code FirstName}, or
 * {@code FirstName|there} with a text for when there is no value. Read by
 * {@link MessageTemplate}.
 *
 * @param name the name of the value
 * @param defaultText what stands there without a value; null if there is no such text
 */
record Placeholder(String name, @Nullable String defaultText) {

	private static final char SEPARATOR = '|';

	static Placeholder of(String tag) {
		int bar = tag.indexOf(SEPARATOR);
		return (bar < 0) ? new Placeholder(tag, null)
				: new Placeholder(tag.substring(0, bar).strip(), tag.substring(bar + 1).strip());
	}

	/** What is wrong with it, or null. */
	@Nullable String problem(Vocabulary vocabulary) {
		if (!vocabulary.has(this.name)) {
			return (this.name.matches("[\\w.-]{1,60}") ? "there is no value {{" + this.name + "}}"
					: "a placeholder is not the name of a value") + "; there are " + vocabulary.describe();
		}
		if (this.defaultText != null && (this.defaultText.contains("{") || this.defaultText.contains("}"))) {
			return "{{" + this.name + "|...}} has a default with a brace";
		}
		return "".equals(this.defaultText) ? "{{" + this.name + "|}} has nothing behind its |" : null;
	}

}
