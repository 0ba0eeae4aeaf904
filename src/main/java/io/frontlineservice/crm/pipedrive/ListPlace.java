package io.frontlineservice.crm.pipedrive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list. Written into the cursor of a page. Immutable.
 *
 * @param part the part of the list, as {@link ListParts} names it
 * @param after the person before the place, if it is within a page of Pipedrive; 0
 * otherwise. The list is sorted by ids, so that it need not be there anymore
 * @param page Pipedrive's cursor of the page; null for the first one
 */
record ListPlace(String part, long after, @Nullable String page) {

	private static final Pattern CURSOR = Pattern.compile("(a|[os][1-9]\\d{0,17}):(\\d{1,18}):(.*)", Pattern.DOTALL);

	static ListPlace startOf(String part) {
		return new ListPlace(part, 0, null);
	}

	/**
	 * Returns the place that a cursor names; empty if it is after the end of the list, or
	 * is not a cursor of this adapter. If its owner is gone, the place is the start of
	 * the next part.
	 */
	static Optional<ListPlace> of(@Nullable String cursor, ListParts parts) {
		if (cursor == null) {
			return parts.names().stream().findFirst().map(ListPlace::startOf);
		}
		Matcher matcher = CURSOR.matcher(cursor);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String part = parts.names().ceiling(matcher.group(1));
		if (part == null || !part.equals(matcher.group(1))) {
			return Optional.ofNullable(part).map(ListPlace::startOf);
		}
		String page = matcher.group(3);
		return Optional.of(new ListPlace(part, Long.parseLong(matcher.group(2)), page.isEmpty() ? null : page));
	}

	/** Returns the place of the next page, or of the next part; null at the end. */
	@Nullable ListPlace next(@Nullable String nextPage, ListParts parts) {
		String nextPart = (nextPage != null) ? this.part : parts.names().higher(this.part);
		return (nextPart != null) ? new ListPlace(nextPart, 0, nextPage) : null;
	}

	/** Returns the place after a person of this page. */
	ListPlace after(long person) {
		return new ListPlace(this.part, person, this.page);
	}

	/** Whether a person of this page is before this place. */
	boolean isAfter(long person) {
		return this.after != 0 && person >= this.after;
	}

	/** Returns the cursor that names this place. */
	String cursor() {
		return this.part + ":" + this.after + ":" + ((this.page != null) ? this.page : "");
	}

}
