package io.frontlineservice.worker;

import io.frontlineservice.text.CleanText;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derives a name from an identity: {@code jo.doe2@example.com} becomes {@code Jo Doe}.
 * Called by {@link Worker} if the directory has no name.
 */
final class WorkerName {

	private static final Pattern WORD_SEPARATORS = Pattern.compile("[._\\-\\s]+");

	/** As in {@code Jo Doe (jo@example.com)}, which some CRMs export. */
	private static final Pattern ADDRESS_BEHIND = Pattern.compile("\\s*[(<].*");

	private WorkerName() {
	}

	/** Returns the words before the {@code @} as a name; null if there are no words. */
	static @Nullable String of(WorkerIdentity identity) {
		String text = CleanText.line(before('+', before('@', ADDRESS_BEHIND.matcher(identity.key()).replaceFirst(""))));
		if (text == null) {
			return null;
		}
		String name = WORD_SEPARATORS.splitAsStream(text)
			.map(WorkerName::withoutLastDigits)
			.filter((word) -> !word.isEmpty())
			.map(WorkerName::capitalized)
			.collect(Collectors.joining(" "));
		return name.isEmpty() ? null : name;
	}

	private static String before(char end, String text) {
		int index = text.indexOf(end);
		return (index < 0) ? text : text.substring(0, index);
	}

	private static String withoutLastDigits(String word) {
		int length = word.length();
		while (length > 0 && Character.isDigit(word.charAt(length - 1))) {
			length--;
		}
		return word.substring(0, length);
	}

	private static String capitalized(String word) {
		int first = word.offsetByCodePoints(0, 1);
		return Character.toString(Character.toTitleCase(word.codePointAt(0))) + word.substring(first);
	}

}
