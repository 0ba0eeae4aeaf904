package io.frontlineservice.crm.airtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: how many customers are before it, and the last of them. It is found
 * again by these, wherever they are then. Written into the cursor of a page. Immutable.
 * <p>
 * Airtable's own place is not used for this: it is kept at Airtable, and ends when a
 * worker scrolls on after some minutes.
 *
 * @param count how many customers were before this place
 * @param last the ids of the last customers before it, in order
 */
record ListPlace(int count, List<String> last) {

	static final ListPlace START = new ListPlace(0, List.of());

	/** How many customers a place remembers: most of them may be gone. */
	static final int REMEMBERED = 8;

	private static final Pattern CURSOR = Pattern.compile("(\\d{1,7}):((?:rec[A-Za-z0-9]{14},?){1,8})");

	private static final Pattern COMMA = Pattern.compile(",");

	/**
	 * Returns the place that a cursor names; empty if it is not a cursor of this adapter.
	 */
	static Optional<ListPlace> of(@Nullable String cursor) {
		if (cursor == null) {
			return Optional.of(START);
		}
		Matcher matcher = CURSOR.matcher(cursor);
		return matcher.matches() ? Optional
			.of(new ListPlace(Integer.parseInt(matcher.group(1)), COMMA.splitAsStream(matcher.group(2)).toList()))
				: Optional.empty();
	}

	/** Returns the place after so many of these customers. */
	static ListPlace after(int count, List<String> ids) {
		return new ListPlace(count, List.copyOf(ids.subList(Math.max(0, count - REMEMBERED), count)));
	}

	/** Returns the cursor that names this place. */
	String cursor() {
		return this.count + ":" + String.join(",", this.last);
	}

	boolean remembers(String id) {
		return this.last.contains(id);
	}

	/**
	 * Returns how many of these customers are before this place now; negative if it is
	 * not known yet. Of the remembered customers the middle one decides, because others
	 * may have moved. If none of them is there anymore, the number of the customers
	 * before them decides.
	 * @param ids the ids of the customers in order, from the first one on
	 * @param complete whether these are all customers
	 */
	int in(List<String> ids, boolean complete) {
		List<Integer> found = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			if (remembers(ids.get(i))) {
				found.add(i);
			}
		}
		if (found.size() * 2 > this.last.size() || (complete && !found.isEmpty())) {
			return found.get(found.size() / 2) + 1;
		}
		return this.last.isEmpty() ? 0
				: complete ? Math.min(Math.max(0, this.count - this.last.size()), ids.size()) : -1;
	}

}
