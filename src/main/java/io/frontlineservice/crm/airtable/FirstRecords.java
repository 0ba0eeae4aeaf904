package io.frontlineservice.crm.airtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The first records that a query finds and that fulfill a condition, and the others of
 * their page. Filled by {@link RecordReader} for {@link AirtableCrm} and
 * {@link AirtableExamination}. Not thread-safe.
 */
final class FirstRecords implements RecordReader.Collected {

	private final int count;

	private final Predicate<Map<String, Object>> condition;

	private final List<Map<String, Object>> records = new ArrayList<>();

	/**
	 * Creates an empty collection.
	 * @param count so many records are enough
	 */
	FirstRecords(int count, Predicate<Map<String, Object>> condition) {
		this.count = count;
		this.condition = condition;
	}

	@Override
	public void add(Map<String, Object> record) {
		if (this.condition.test(record)) {
			this.records.add(record);
		}
	}

	@Override
	public boolean isEnough() {
		return this.records.size() >= this.count;
	}

	@Override
	public void end() {
		// There are fewer.
	}

	List<Map<String, Object>> records() {
		return this.records;
	}

}
