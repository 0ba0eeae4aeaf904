package io.frontlineservice.text;

import java.util.List;

/**
 * The names that placeholders may have. Passed to {@link MessageTemplate} by the code
 * that provides the values. Immutable.
 *
 * @param names the fixed names
 * @param freePrefix the prefix of all other names, which may or may not have a value:
 * {@code attributes.}
 */
public record Vocabulary(List<String> names, String freePrefix) {

	public Vocabulary {
		names = List.copyOf(names);
	}

	public boolean has(String name) {
		return this.names.contains(name)
				|| (name.startsWith(this.freePrefix) && name.length() > this.freePrefix.length());
	}

	/** All names, for error messages. */
	public String describe() {
		return String.join(", ", this.names) + " and " + this.freePrefix + "NAME";
	}

}
