package io.frontlineservice.sandbox.crm.airtable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lists that are being read: an offset names an iteration, and the record with which
 * it goes on. Airtable documents only that it may end one, or begin it again. Used by
 * {@link ListCall}. Thread-safe.
 */
final class Iterations {

	private static final Pattern OFFSET = Pattern.compile("(itr[A-Za-z0-9]{14})/(rec[A-Za-z0-9]{14})");

	private final Map<String, List<String>> ids = new ConcurrentHashMap<>();

	private final AtomicLong last = new AtomicLong();

	/** Begins an iteration over these ids, and returns its name. */
	String begin(List<String> recordIds) {
		String name = String.format(Locale.ROOT, "itr%014d", this.last.incrementAndGet());
		this.ids.put(name, recordIds);
		return name;
	}

	/** Returns the place that an offset names. */
	Place at(String offset) {
		Matcher matcher = OFFSET.matcher(offset);
		@Nullable List<String> recordIds = matcher.matches() ? this.ids.get(matcher.group(1)) : null;
		int start = (recordIds != null) ? recordIds.indexOf(matcher.group(2)) : -1;
		if (recordIds == null || start < 0) {
			throw AirtableException.iterationEnded();
		}
		return new Place(matcher.group(1), recordIds, start);
	}

	void end() {
		this.ids.clear();
	}

	/**
	 * A place in an iteration.
	 *
	 * @param name the name of the iteration
	 * @param recordIds all of its ids
	 * @param start the index of the next one
	 */
	record Place(String name, List<String> recordIds, int start) {

		String offsetAt(int index) {
			return this.name + "/" + this.recordIds.get(index);
		}

	}

}
