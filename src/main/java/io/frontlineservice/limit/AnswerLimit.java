package io.frontlineservice.limit;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps answers below the 64 KB that Frontline reads. Called for customers and for
 * templates. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48003">48003: response too
 * large</a>
 */
public final class AnswerLimit {

	/** The limit of an answer in bytes of JSON, without its envelope and page token. */
	public static final int BYTES = 64_000 - 4_000;

	/** The longest form of one character in JSON is a six-letter escape. */
	private static final int BYTES_PER_CHARACTER = 6;

	/** Braces, property names and quotes of one object. */
	private static final int BYTES_OF_NAMES = 150;

	private final JsonMapper json;

	/** Measures items in the JSON that this mapper writes. */
	public AnswerLimit(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Returns as many items from the start of the list as fit, but at least one.
	 * @param sizeAtMost an upper bound of an item's size in bytes of JSON, quick to
	 * compute
	 */
	public <T> List<T> fitting(List<T> items, ToIntFunction<T> sizeAtMost) {
		int atMost = 0;
		for (T item : items) {
			atMost += sizeAtMost.applyAsInt(item);
		}
		if (atMost <= BYTES) {
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

	/**
	 * Returns an upper bound of the size of an object with these texts, in bytes of JSON,
	 * without writing JSON.
	 */
	public static int sizeAtMost(@Nullable String... texts) {
		int characters = 0;
		for (String text : texts) {
			characters += (text != null) ? text.length() : 0;
		}
		return characters * BYTES_PER_CHARACTER + BYTES_OF_NAMES;
	}

	/** Returns the size of an object in bytes of JSON. */
	public int size(Object item) {
		return this.json.writeValueAsBytes(item).length;
	}

}
