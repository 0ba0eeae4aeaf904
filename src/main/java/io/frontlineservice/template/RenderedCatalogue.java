package io.frontlineservice.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The messages for one customer, and the contents at Twilio that send the same texts.
 * Made by {@link Catalogue} for one callback. Immutable.
 *
 * @param categories the messages by category
 * @param contents the contents by the text of the message
 */
record RenderedCatalogue(List<Category> categories, Map<String, OfferedTemplate> contents) {

	/** Returns the contents of the messages that are in an answer. */
	Collection<OfferedTemplate> contentsIn(List<Category> answer) {
		if (this.contents.isEmpty()) {
			return List.of();
		}
		return answer.stream()
			.flatMap((category) -> category.templates().stream())
			.map((template) -> this.contents.get(template.content()))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	/** Collects the messages of a catalogue. Not thread-safe. */
	static final class Builder {

		private final Map<String, OfferedTemplate> contents = new LinkedHashMap<>();

		/** Keeps the content of a message; of equal messages, the first one's. */
		Template template(RenderedTemplate rendered) {
			OfferedTemplate offered = rendered.offered();
			if (offered != null) {
				this.contents.putIfAbsent(offered.text(), offered);
			}
			return rendered.template();
		}

		RenderedCatalogue build(List<Category> categories) {
			return new RenderedCatalogue(categories, this.contents);
		}

	}

}
