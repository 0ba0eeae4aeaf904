package io.frontlineservice.customer;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps answers below the 64 KB that Frontline reads. Called by {@link CustomerLimit} and
 * for templates. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48003">48003: response too
 * large</a>
 */
public final class AnswerLimit {

	/** What an answer may have, in bytes of JSON, less the envelope and a page token. */
	static final int BYTES = 64_000 - 4_000;

	/** How long one character can get in JSON: a six-letter escape. */
	private static final int BYTES_PER_CHARACTER = 6;

	/** What an object has beside its texts: braces, names, quotes. */
	private static final int BYTES_OF_NAMES = 150;

	private final JsonMapper json;

	AnswerLimit(JsonMapper json) {
		this.json = json;
	}

	/**
	 * As many items of an answer from its start as fit, one at the least.
	 * @param sizeAtMost what one cannot exceed, in bytes of JSON, quickly found
	 */
	public <T> List<T> fitting(List<T> items, ToIntFunction<T> sizeAtMost) {
		if (items.stream().mapToInt(sizeAtMost).sum() <= BYTES) {
			return items;
		}
		int bytes = 0;
		for (int i = 0; i < items.size(); i++) {
			bytes += size(items.get(i)) + 1;
			if (bytes > BYTES && i > 0) {
				return items.subList(0, i);
			}
		}
		return items;
	}

	/** What an object of these texts cannot exceed, found without writing any JSON. */
	public static int sizeAtMost(@Nullable String... texts) {
		int characters = 0;
		for (String text : texts) {
			characters += (text != null) ? text.length() : 0;
		}
		return characters * BYTES_PER_CHARACTER + BYTES_OF_NAMES;
	}

	/** What an object takes in an answer, in bytes of JSON. */
	int size(Object item) {
		return this.json.writeValueAsBytes(item).length;
	}

}
