package io.frontlineservice.sandbox.crm.contract;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The place of a customer in the list: by name, then by id. A cursor is the place of the
 * last customer before it, so that it is valid however the customers change. Immutable.
 *
 * @param name the beginning of the name without case and accents
 * @param id the id
 */
record PagePlace(String name, String id) implements Comparable<PagePlace> {

	/** Before all customers: no id is empty. */
	static final PagePlace START = new PagePlace("", "");

	private static final int LONGEST_NAME = 100;

	private static final Comparator<PagePlace> ORDER = Comparator.comparing(PagePlace::name)
		.thenComparing(PagePlace::id);

	static PagePlace of(String name, String id) {
		String folded = SearchedWords.fold(name);
		return new PagePlace(folded.substring(0, Math.min(LONGEST_NAME, folded.length())), id);
	}

	/** Returns the place of a cursor; null if it is not a cursor. */
	static @Nullable PagePlace parse(String cursor) {
		try {
			JsonNode parts = CrmReply.JSON.readTree(Base64.getUrlDecoder().decode(cursor));
			return (parts.size() == 2 && parts.path(0).isString() && parts.path(1).isString())
					? new PagePlace(parts.path(0).stringValue(), parts.path(1).stringValue()) : null;
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return null;
		}
	}

	String toCursor() {
		String json = CrmReply.JSON.writeValueAsString(new String[] { this.name, this.id });
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public int compareTo(PagePlace other) {
		return ORDER.compare(this, other);
	}

}
