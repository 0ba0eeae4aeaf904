package io.frontlineservice.text;

import java.util.List;

/**
 * The names that placeholders may have. Given to {@link MessageTemplate} by whoever has
 * the values. Immutable.
 *
 * @param names the names there are
 * @param freePrefix what other names begin with, of which nobody knows whether there is a
 * value: {@code attributes.}
 */
public record Vocabulary(List<String> names, String freePrefix) {

	public Vocabulary {
		names = List.copyOf(names);
	}

	public boolean has(String name) {
		return this.names.contains(name)
				|| (name.startsWith(this.freePrefix) && name.length() > this.freePrefix.length());
	}

	/** All names, to be read by people. */
	public String describe() {
		return String.join(", ", this.names) + " and " + this.freePrefix + "NAME";
	}

}
