package io.frontlineservice.crm.airtable;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.Authorization;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.RateLimit;
import io.frontlineservice.crm.http.RateLimits;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/**
 * The calls of Airtable's Web API that the adapter needs. Called by {@link RecordReader}
 * and {@link AirtableExamination}. Thread-safe.
 */
final class AirtableApi {

	/** The rate limit of all calls: Airtable counts those of a base. */
	static final String CALLS = "calls";

	private final CrmApi api;

	private final String baseId;

	private final String list;

	AirtableApi(CrmApi api, AirtableSettings settings) {
		this.api = api;
		this.baseId = settings.baseId();
		this.list = "/v0/" + this.baseId + "/" + UriUtils.encode(settings.table(), StandardCharsets.UTF_8)
				+ "/listRecords";
	}

	/** Returns the connection to the base of these settings. */
	static CrmApi connect(AirtableSettings settings, MeterRegistry meters) {
		RateLimit calls = new RateLimit(CALLS, settings.callsPerSecond(), Duration.ofSeconds(1));
		return CrmApi.of(settings.url(), new AirtableDialect(), new RateLimits(List.of(calls), meters), meters)
			.authorized(Authorization.bearer(settings.accessToken()));
	}

	/**
	 * Reads a page of records; empty if Airtable no longer has the iteration to which the
	 * offset belongs.
	 */
	Optional<RecordPage> page(RecordQuery query, Deadline deadline) {
		return this.api.find(ApiRequest.post(this.list, query, CALLS), deadline).map(AirtableApi::page);
	}

	private static RecordPage page(ApiAnswer answer) {
		JsonNode records = answer.body().path("records");
		if (!records.isArray()) {
			throw CrmErrorException.unreadable();
		}
		List<Map<String, Object>> values = new ArrayList<>();
		records.forEach((record) -> values.add(values(record)));
		String offset = answer.body().path("offset").asString("");
		return new RecordPage(values, offset.isEmpty() ? null : offset);
	}

	private static Map<String, Object> values(JsonNode record) {
		String id = record.path("id").asString("");
		if (!RecordValues.isId(id) || !record.path("fields").isObject()) {
			throw CrmErrorException.unreadable();
		}
		Map<String, Object> values = ApiAnswer.fields(record.path("fields"));
		values.put(RecordValues.ID, id);
		values.put(RecordValues.CREATED, record.path("createdTime").asString(""));
		return values;
	}

	/** Reads the tables of the base with their fields. */
	JsonNode tables(Deadline deadline) {
		ApiRequest request = ApiRequest.get("/v0/meta/bases/" + this.baseId + "/tables", CALLS);
		JsonNode tables = this.api.call(request, deadline).body().path("tables");
		if (!tables.isArray()) {
			throw CrmErrorException.unreadable();
		}
		return tables;
	}

	/**
	 * Some records.
	 *
	 * @param records their values by the names of the fields, of which empty ones are
	 * missing
	 * @param offset where to continue; null at the end
	 */
	record RecordPage(List<Map<String, Object>> records, @Nullable String offset) {
	}

}
