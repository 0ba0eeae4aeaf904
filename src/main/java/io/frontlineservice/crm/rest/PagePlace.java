package io.frontlineservice.crm.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: a page of the API, and how many of its records are before the place.
 * The app asks for other numbers of customers than the API has on a page, so most places
 * are within one. Written into the cursor of a page. Immutable.
 *
 * @param page what {@link PageReader} needs to ask for the page; empty for the first one
 * of an API without numbers
 * @param skipped how many records of the page are before the place
 */
record PagePlace(String page, int skipped) {

	/** A longer cursor would not fit into the app's requests. */
	static final int LONGEST = 2_000;

	private static final Pattern CURSOR = Pattern.compile("(\\d{1,6}):(.{0," + LONGEST + "})", Pattern.DOTALL);

	/**
	 * Returns the place that a cursor names; the start if it is null, and empty if it is
	 * not a cursor of this adapter.
	 */
	static Optional<PagePlace> of(@Nullable String cursor, PageReader pages) {
		if (cursor == null) {
			return Optional.of(new PagePlace(pages.firstPage(), 0));
		}
		Matcher matcher = CURSOR.matcher(cursor);
		return (matcher.matches() && pages.isPage(matcher.group(2)))
				? Optional.of(new PagePlace(matcher.group(2), Integer.parseInt(matcher.group(1)))) : Optional.empty();
	}

	/** Returns the cursor that names this place. */
	String cursor() {
		return this.skipped + ":" + this.page;
	}

}
