package io.frontlineservice.text;

import org.jspecify.annotations.Nullable;

/**
 * A placeholder in a template, without its braces: {@code FirstName}, or
 * {@code FirstName|there} with a default text. Parsed for {@link MessageTemplate}.
 *
 * @param name the name of the value
 * @param defaultText the text without a value; null if there is no default
 */
record Placeholder(String name, @Nullable String defaultText) {

	private static final char SEPARATOR = '|';

	static Placeholder of(String tag) {
		int bar = tag.indexOf(SEPARATOR);
		return (bar < 0) ? new Placeholder(tag, null)
				: new Placeholder(tag.substring(0, bar).strip(), tag.substring(bar + 1).strip());
	}

	/** As in a template, without its braces. */
	@Override
	public String toString() {
		return (this.defaultText != null) ? this.name + SEPARATOR + this.defaultText : this.name;
	}

	/** The problem with this placeholder, or null. */
	@Nullable String problem(Vocabulary vocabulary) {
		if (!vocabulary.has(this.name)) {
			return (this.name.matches("[\\w.-]{1,60}") ? "there is no value {{" + this.name + "}}"
					: "a placeholder is not the name of a value") + "; the values are " + vocabulary.describe();
		}
		if (this.defaultText != null && (this.defaultText.contains("{") || this.defaultText.contains("}"))) {
			return "{{" + this.name + "|...}} has a default with a brace";
		}
		return "".equals(this.defaultText) ? "{{" + this.name + "|}} has no default after its |" : null;
	}

}
