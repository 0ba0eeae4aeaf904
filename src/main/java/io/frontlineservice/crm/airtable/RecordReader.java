package io.frontlineservice.crm.airtable;

import io.frontlineservice.crm.airtable.AirtableApi.RecordPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads records from the first one on, page by page, in one go. Airtable keeps the place
 * in an iteration, and may end it, or begin it again; then the reading starts over.
 * Called by {@link AirtableCrm} and {@link AirtableCopy}. Thread-safe.
 */
final class RecordReader {

	private static final int ATTEMPTS = 2;

	private final AirtableApi api;

	RecordReader(AirtableApi api) {
		this.api = api;
	}

	/**
	 * Reads the records of a query until a collection has enough.
	 * @param empty makes an empty collection, for each attempt
	 * @param deadline the deadline of each page
	 * @throws CrmUnavailableException if Airtable cannot answer, or ends the iterations
	 */
	<T extends Collected> T read(RecordQuery query, Supplier<T> empty, Supplier<Deadline> deadline) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			T collected = empty.get();
			if (readInto(collected, query, deadline)) {
				return collected;
			}
		}
		throw new CrmUnavailableException("Airtable ended the reading of a list before it was complete", null);
	}

	/** Returns whether Airtable kept the iteration to the end. */
	private boolean readInto(Collected collected, RecordQuery query, Supplier<Deadline> deadline) {
		Set<Object> seen = new HashSet<>();
		@Nullable String offset = null;
		do {
			Optional<RecordPage> page = this.api.page(query.at(offset), deadline.get());
			if (page.isEmpty()) {
				return false;
			}
			offset = page.get().offset();
			List<Map<String, Object>> unseen = page.get()
				.records()
				.stream()
				.filter((record) -> seen.add(String.valueOf(record.get(RecordValues.ID))))
				.toList();
			if (unseen.isEmpty() && offset != null) {
				// The iteration has begun again, and would never end.
				return false;
			}
			unseen.forEach(collected::add);
		}
		while (offset != null && !collected.isEnough());
		if (offset == null) {
			collected.end();
		}
		return true;
	}

	/** Records that are being read. Not thread-safe. */
	interface Collected {

		/** Adds the next record. */
		void add(Map<String, Object> record);

		/** Whether no more records are needed. */
		boolean isEnough();

		/** There are no more records. */
		void end();

	}

}
