package io.frontlineservice.template;

import io.frontlineservice.template.OfferedTemplate.Variable;
import io.frontlineservice.text.FilledMessage;
import io.frontlineservice.text.FilledMessage.Span;
import io.frontlineservice.text.Skeleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a content at Twilio, and the placeholder of the text that has the
 * value of each. Part of {@link CatalogueText}. Immutable.
 *
 * @param placeholders the index of a placeholder by the name of the variable
 */
record ContentVariables(Map<String, Integer> placeholders) {

	ContentVariables {
		placeholders = Collections.unmodifiableMap(new LinkedHashMap<>(placeholders));
	}

	/**
	 * Numbers the distinct placeholders from 1 in the order of their first occurrence,
	 * while Twilio's text is not known.
	 */
	static ContentVariables inOrder(Skeleton text) {
		Map<String, Integer> numbered = new LinkedHashMap<>();
		List<String> placeholders = text.placeholders();
		for (int i = 0; i < placeholders.size(); i++) {
			if (placeholders.indexOf(placeholders.get(i)) == i) {
				numbered.put(String.valueOf(numbered.size() + 1), i);
			}
		}
		return new ContentVariables(numbered);
	}

	/**
	 * Takes the variables from the text of the content, which has the same fixed texts.
	 * @return empty if one variable has the place of two different placeholders
	 */
	static Optional<ContentVariables> aligned(Skeleton text, Skeleton content) {
		Map<String, Integer> aligned = new LinkedHashMap<>();
		for (int i = 0; i < content.placeholders().size(); i++) {
			Integer first = aligned.putIfAbsent(content.placeholders().get(i), i);
			if (first != null && !text.placeholders().get(first).equals(text.placeholders().get(i))) {
				return Optional.empty();
			}
		}
		return Optional.of(new ContentVariables(aligned));
	}

	/** Returns where the values of the variables are in a message. */
	List<Variable> in(FilledMessage message) {
		List<Variable> variables = new ArrayList<>();
		this.placeholders.forEach((name, placeholder) -> {
			Span value = message.values().get(placeholder);
			variables.add(new Variable(name, value.start(), value.end()));
		});
		return variables;
	}

}
