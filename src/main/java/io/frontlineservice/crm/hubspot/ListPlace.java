package io.frontlineservice.crm.hubspot;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: how many contacts are before it, and the last of them. HubSpot
 * counts contacts, so a place moves when contacts before it are added or removed; the
 * contacts say where it is now. Written into the cursor of a page. Immutable.
 *
 * @param part the part of the list, which has one for every 100 owners
 * @param offset how many contacts of the part were before this place
 * @param last the ids of the last contacts before it, in order
 */
record ListPlace(int part, int offset, List<String> last) {

	/** How many contacts a place remembers: it is found if one of them is still there. */
	static final int REMEMBERED = 8;

	static final ListPlace START = new ListPlace(0, 0, List.of());

	private static final Pattern CURSOR = Pattern.compile("(\\d{1,3}):(\\d{1,5}):((?:\\d{1,19}(?:,\\d{1,19}){0,7})?)");

	private static final Pattern COMMA = Pattern.compile(",");

	/**
	 * Returns the place that a cursor names; empty if it is not a cursor of this adapter.
	 */
	static Optional<ListPlace> of(@Nullable String cursor) {
		if (cursor == null) {
			return Optional.of(START);
		}
		Matcher matcher = CURSOR.matcher(cursor);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		List<String> last = COMMA.splitAsStream(matcher.group(3)).filter((id) -> !id.isEmpty()).toList();
		return Optional.of(new ListPlace(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), last));
	}

	/** Returns the cursor that names this place. */
	String cursor() {
		return this.part + ":" + this.offset + ":" + String.join(",", this.last);
	}

	ListPlace startOfNextPart() {
		return new ListPlace(this.part + 1, 0, List.of());
	}

	boolean isStart() {
		return this.last.isEmpty();
	}

	boolean remembers(String id) {
		return this.last.contains(id);
	}

}
