package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.http.AccessTokens;
import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.ApiServers;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.crm.http.RateLimit;
import io.frontlineservice.crm.http.RateLimits;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The requests of Dataverse's Web API that the adapter sends, as the application user or
 * as a worker. Opened by {@link DataverseConfiguration} and {@link DataverseVendor}.
 * Thread-safe.
 *
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/page-results">Page
 * results</a>
 */
final class DataverseApi implements AutoCloseable {

	/** The rate limit of all calls. */
	private static final String CALLS = "calls";

	private static final Duration PERIOD = Duration.ofMinutes(5);

	private static final String DATA = "/api/data/v9.2/";

	private static final String REFUSED = "Dataverse does not let the service read customers as the user of this "
			+ "worker: the user must be enabled and needs a security role that may read the table, and the application "
			+ "user needs the privilege to act on behalf of another user, as in the role Delegate";

	private final CrmApi api;

	/** Before the path of each query, and of each link to a next page. */
	private final String base;

	/** Finds the Entra object id of the worker; null for the application user. */
	private final @Nullable Function<Deadline, String> caller;

	private DataverseApi(CrmApi api, String base, @Nullable Function<Deadline, String> caller) {
		this.api = api;
		this.base = base;
		this.caller = caller;
	}

	/** Opens the API without connecting to it. */
	static DataverseApi open(DataverseSettings settings, Clock clock, MeterRegistry meters) {
		// No answer leads elsewhere: see #next.
		ApiServers servers = ApiServers.of(settings.url(), List.of(settings.loginUrl()), true,
				DataverseSettings.PREFIX);
		RateLimits limits = new RateLimits(List.of(new RateLimit(CALLS, settings.callsPerFiveMinutes(), PERIOD)),
				meters);
		CrmApi api = CrmApi.of(servers, new DataverseDialect(), limits, meters);
		return new DataverseApi(api.authorized(new AccessTokens(DataverseTokens.of(settings, api, clock), meters)),
				settings.url().base() + DATA, null);
	}

	/**
	 * Returns this API for requests of a worker, with the same connections. An error that
	 * concerns only that worker is a {@link CrmAccessException}.
	 * @param objectId finds the worker's object id in Entra by a deadline
	 */
	DataverseApi actingAs(Function<Deadline, String> objectId) {
		return new DataverseApi(this.api, this.base, objectId);
	}

	/**
	 * Runs a query.
	 * @param query the table and the options, encoded
	 * @param most the most rows to return, up to 5,000
	 */
	Rows query(String query, int most, Deadline deadline) {
		ApiAnswer answer = send(this.base + query, most, deadline);
		JsonNode values = answer.body().path("value");
		if (!values.isArray()) {
			throw CrmErrorException.unreadable();
		}
		List<Map<String, Object>> rows = new ArrayList<>();
		for (JsonNode row : values) {
			if (!row.isObject()) {
				throw CrmErrorException.unreadable();
			}
			rows.add(FormattedValues.applied(ApiAnswer.fields(row)));
		}
		String next = answer.body().path("@odata.nextLink").asString("");
		return new Rows(rows, next.isEmpty() ? null : next);
	}

	/**
	 * Returns the rows after these, by the link in their answer as it is.
	 * @param most that of the query
	 */
	Rows next(String link, int most, Deadline deadline) {
		if (!link.startsWith(this.base)) {
			// The link must not send the credentials elsewhere.
			throw CrmErrorException.unreadable();
		}
		return query(link.substring(this.base.length()), most, deadline);
	}

	/** Describes the columns of a table. */
	ApiAnswer columns(String logicalName, Deadline deadline) {
		return send(this.base + "EntityDefinitions(LogicalName='" + logicalName + "')/Attributes?$select=LogicalName",
				0, deadline);
	}

	private ApiAnswer send(String url, int most, Deadline deadline) {
		ApiRequest request = ApiRequest.get(url, CALLS)
			.withHeader("OData-Version", "4.0")
			.withHeader("OData-MaxVersion", "4.0")
			.withHeader("If-None-Match", "null");
		if (most > 0) {
			request = request.withHeader("Prefer",
					"odata.maxpagesize=" + most + ",odata.include-annotations=\"" + FormattedValues.ANNOTATION + "\"");
		}
		if (this.caller == null) {
			return this.api.call(request, deadline);
		}
		// Read as the application user: what fails here concerns all workers.
		String objectId = this.caller.apply(deadline);
		try {
			return this.api.call(request.withHeader("CallerObjectId", objectId), deadline);
		}
		catch (CrmErrorException ex) {
			throw (ex.errorClass() == ErrorClass.PERMISSION) ? new CrmAccessException(REFUSED) : ex;
		}
	}

	@Override
	public void close() {
		this.api.close();
	}

	/**
	 * The answer to a query.
	 *
	 * @param rows the rows by the names of their columns
	 * @param nextLink the URL of the next page; null at the end
	 */
	record Rows(List<Map<String, Object>> rows, @Nullable String nextLink) {

	}

}
