package io.frontlineservice.crm.airtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The first records that a query finds. Filled by {@link RecordReader} for
 * {@link AirtableCrm} and {@link AirtableExamination}. Not thread-safe.
 */
final class FirstPage implements RecordReader.Collected {

	private final List<Map<String, Object>> records = new ArrayList<>();

	@Override
	public void add(Map<String, Object> record) {
		this.records.add(record);
	}

	@Override
	public boolean isEnough() {
		return true;
	}

	@Override
	public void end() {
		// A page is enough, whether or not it is the last one.
	}

	List<Map<String, Object>> records() {
		return this.records;
	}

}
