package io.frontlineservice.template;

import io.frontlineservice.text.MessageTemplate;
import io.frontlineservice.text.Skeleton;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a content at Twilio sends the same message as a text of the catalogue. Used by
 * {@link ContentComparison} and {@link ContentCategory}. Immutable.
 *
 * @param variables the variables of the content; null if it does not fit
 * @param problem why it does not fit, in words that follow a position; null if it fits
 */
record ContentFit(@Nullable ContentVariables variables, @Nullable String problem) {

	/** Compares a text with a content. */
	static ContentFit of(MessageTemplate template, TwilioContent content) {
		String name = "the content " + content.sid();
		Skeleton text = template.skeleton().orElse(null);
		if (text == null) {
			return not("a text with sections cannot be sent as " + name);
		}
		if (content.body() == null) {
			return not(name + " has no text");
		}
		Skeleton body = Skeleton.ofContent(content.body());
		if (!body.hasSameText(text)) {
			return not("this text differs from " + name + difference(text, body));
		}
		Set<String> elsewhere = new TreeSet<>(content.variables());
		elsewhere.removeAll(Set.copyOf(body.placeholders()));
		if (!elsewhere.isEmpty()) {
			return not(name + " has variables outside of its text, such as in a button, and this text has no value for "
					+ "them: " + String.join(", ", elsewhere));
		}
		return ContentVariables.aligned(text, body)
			.map((it) -> new ContentFit(it, null))
			.orElseGet(() -> not("different placeholders stand for the same variable of " + name));
	}

	private static ContentFit not(String problem) {
		return new ContentFit(null, problem);
	}

	/** Says where, without quoting a text. */
	private static String difference(Skeleton text, Skeleton body) {
		int ours = text.placeholders().size();
		int theirs = body.placeholders().size();
		if (ours != theirs) {
			return ": it has placeholders: " + ours + ", the content has variables: " + theirs;
		}
		int first = text.firstDifference(body);
		if (first == 0) {
			return (ours > 0) ? ": in the words before the first placeholder" : "";
		}
		return ": in the words after placeholder " + first;
	}

}
