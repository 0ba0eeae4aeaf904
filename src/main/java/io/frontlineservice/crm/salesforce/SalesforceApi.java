package io.frontlineservice.crm.salesforce;

import io.frontlineservice.crm.http.AccessTokens;
import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.crm.http.RateLimits;
import io.frontlineservice.crm.http.TokenSource;
import io.frontlineservice.crm.http.TokenStore;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requests of Salesforce's REST API that the adapter sends, as the user of the
 * service or as a worker. Opened by {@link SalesforceConfiguration} and
 * {@link SalesforceVendor}. Thread-safe.
 */
final class SalesforceApi implements AutoCloseable {

	private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {
	};

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final String NOT_READABLE = "Salesforce does not let the user of this worker read customers: the "
			+ "user needs the permission API Enabled, and may read the object and all fields of the customer";

	private final CrmApi api;

	/** The path of all resources. */
	private final String data;

	private final @Nullable WorkerTokens workers;

	/** Finds the user of the worker; null if the requests are not those of a worker. */
	private final @Nullable Function<Deadline, String> username;

	private SalesforceApi(CrmApi api, String data, @Nullable WorkerTokens workers,
			@Nullable Function<Deadline, String> username) {
		this.api = api;
		this.data = data;
		this.workers = workers;
		this.username = username;
	}

	/**
	 * Opens the API without connecting to it.
	 * @param store keeps refresh tokens; used only with one
	 */
	static SalesforceApi open(SalesforceSettings settings, Supplier<TokenStore> store, Clock clock,
			MeterRegistry meters) {
		CrmApi api = CrmApi.of(settings.url(), new SalesforceDialect(), new RateLimits(List.of(), meters), meters);
		TokenSource tokens = SalesforceTokens.of(settings, api, store, clock);
		WorkerTokens workers = settings.actsAsWorkers()
				? new WorkerTokens(JwtAssertion.of(settings), settings.url(), api, clock, meters) : null;
		return new SalesforceApi(api.authorized(new AccessTokens(tokens, meters)),
				"/services/data/" + settings.apiVersion(), workers, null);
	}

	/**
	 * Returns this API for requests of a worker, with the same connections. An error that
	 * concerns only that worker is a {@link CrmAccessException}.
	 * @param username finds the worker's user by a deadline
	 */
	SalesforceApi actingAs(Function<Deadline, String> username) {
		WorkerTokens tokens = Objects.requireNonNull(this.workers);
		return new SalesforceApi(this.api.authorized(tokens.of(username)), this.data, tokens, username);
	}

	/** Runs a query. */
	Rows query(String soql, Deadline deadline) {
		return rows(checked(() -> this.api.call(request(soql), deadline), deadline));
	}

	/**
	 * Runs a query for a record with an id; empty if it cannot be an id of Salesforce.
	 */
	Optional<Rows> find(String soql, Deadline deadline) {
		return checked(() -> this.api.find(request(soql), deadline), deadline).map(SalesforceApi::rows);
	}

	private <T> T checked(Supplier<T> call, Deadline deadline) {
		if (this.username != null) {
			// Read as the user of the service: what fails here concerns all workers.
			Objects.requireNonNull(this.username.apply(deadline));
		}
		try {
			return call.get();
		}
		catch (CrmErrorException ex) {
			throw (this.username != null && ex.errorClass() == ErrorClass.PERMISSION)
					? new CrmAccessException(NOT_READABLE) : ex;
		}
	}

	/** Describes an object as the user sees it. */
	ApiAnswer describe(String object, Deadline deadline) {
		return this.api.call(ApiRequest.get(this.data + "/sobjects/" + object + "/describe"), deadline);
	}

	private ApiRequest request(String soql) {
		return ApiRequest.get(this.data + "/query?q=" + UriUtils.encode(soql, StandardCharsets.UTF_8));
	}

	private static Rows rows(ApiAnswer answer) {
		JsonNode records = answer.body().path("records");
		if (!records.isArray()) {
			throw CrmErrorException.unreadable();
		}
		List<Map<String, Object>> rows = new ArrayList<>();
		for (JsonNode row : records) {
			if (!row.isObject()) {
				throw CrmErrorException.unreadable();
			}
			rows.add(JSON.convertValue(row, ROW));
		}
		return new Rows(rows, answer.body().path("done").asBoolean(true));
	}

	@Override
	public void close() {
		this.api.close();
	}

	/**
	 * The answer to a query.
	 *
	 * @param rows the records by the names of their fields
	 * @param complete whether these are all; Salesforce returns fewer if they are large
	 */
	record Rows(List<Map<String, Object>> rows, boolean complete) {
	}

}
