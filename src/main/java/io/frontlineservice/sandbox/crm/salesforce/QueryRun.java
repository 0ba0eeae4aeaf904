package io.frontlineservice.sandbox.crm.salesforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a SOQL query, and writes its records as JSON. Made by {@link PretendSalesforce}
 * for one query. Not thread-safe.
 */
final class QueryRun {

	/** The most records of one answer. */
	private static final int BATCH = 2_000;

	private final SalesforceOrg org;

	private final String version;

	private final SoqlQuery query;

	private final RecordReader reader;

	private final ObjectSchema schema;

	private final @Nullable String viewer;

	/**
	 * Parses a query.
	 * @param viewer the id of the user who sees its records; null for one who may view
	 * all data
	 */
	QueryRun(SalesforceOrg org, String version, String soql, @Nullable String viewer) {
		this.viewer = viewer;
		this.org = org;
		this.version = version;
		this.query = SoqlParser.parse(soql);
		this.schema = org.schema(this.query.object());
		this.reader = new RecordReader(org, this.schema);
	}

	/** Returns the body of the answer. */
	Map<String, Object> result() {
		checkFields();
		List<SalesforceRecord> found = found();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("totalSize", found.size());
		body.put("done", found.size() <= BATCH);
		if (found.size() > BATCH) {
			body.put("nextRecordsUrl", "/services/data/" + this.version + "/query/01g5g0000000001AAA-" + BATCH);
		}
		body.put("records", found.stream().limit(BATCH).map(this::json).toList());
		return body;
	}

	/** Also without records a field must exist. */
	private void checkFields() {
		SalesforceRecord none = new SalesforceRecord(this.schema.name(), "", Map.of());
		this.query.fields().forEach((field) -> this.reader.value(none, field));
		this.query.order().forEach((field) -> this.reader.value(none, field));
		if (this.query.condition() != null) {
			new RecordFilter(this.reader).matches(none, this.query.condition());
		}
	}

	private List<SalesforceRecord> found() {
		RecordFilter filter = new RecordFilter(this.reader);
		SoqlCondition condition = this.query.condition();
		List<SalesforceRecord> found = new ArrayList<>(this.org.records(this.schema));
		found.removeIf((record) -> !this.org.sharing().permit(record, this.viewer));
		found.removeIf((record) -> condition != null && !filter.matches(record, condition));
		this.query.order().stream().map(this::by).reduce(Comparator::thenComparing).ifPresent(found::sort);
		Integer limit = this.query.limit();
		return (limit != null && limit < found.size()) ? found.subList(0, limit) : found;
	}

	private Comparator<SalesforceRecord> by(String field) {
		Comparator<Object> order = this.reader.holdsIds(field) ? Comparator.comparing(Object::toString)
				: RecordReader::compare;
		return Comparator.comparing((record) -> this.reader.value(record, field), Comparator.nullsFirst(order));
	}

	private Map<String, @Nullable Object> json(SalesforceRecord record) {
		Map<String, @Nullable Object> json = withAttributes(record);
		for (String path : this.query.fields()) {
			int dot = path.indexOf('.');
			if (dot < 0) {
				json.put(this.reader.field(path).name(), this.reader.value(record, path));
			}
			else {
				addRelated(json, record, path.substring(0, dot), path.substring(dot + 1));
			}
		}
		return json;
	}

	@SuppressWarnings("unchecked")
	private void addRelated(Map<String, @Nullable Object> json, SalesforceRecord record, String relationship,
			String field) {
		SalesforceRecord related = this.reader.related(record, relationship);
		if (related == null) {
			json.put(relationship, null);
			return;
		}
		Map<String, @Nullable Object> nested = (Map<String, @Nullable Object>) json.computeIfAbsent(relationship,
				(name) -> withAttributes(related));
		nested.put(field, related.value(field));
	}

	private Map<String, @Nullable Object> withAttributes(SalesforceRecord record) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("attributes", Map.of("type", record.object(), "url",
				"/services/data/" + this.version + "/sobjects/" + record.object() + "/" + record.id()));
		return json;
	}

}
