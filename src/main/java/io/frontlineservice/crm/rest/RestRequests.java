package io.frontlineservice.crm.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The requests of the API. Made of complete and checked settings by {@link RestCrm}.
 * Immutable.
 *
 * @param list lists customers
 * @param search finds customers by words; null if the API cannot
 * @param byId reads one customer
 * @param byAddress finds customers by an address; null if the API cannot
 */
record RestRequests(RestRequest list, @Nullable RestRequest search, RestRequest byId, @Nullable RestRequest byAddress) {

	static RestRequests of(RestSettings settings) {
		RequestsSettings requests = settings.requests();
		String separator = settings.listSeparator();
		RestRequest list = RestRequest.of(Objects.requireNonNull(requests.list()), separator, false);
		RestRequest search = optional(requests.search(), separator);
		if (search == null && list.has(Placeholder.SEARCH)) {
			search = list;
		}
		return new RestRequests(list, search, RestRequest.of(Objects.requireNonNull(requests.byId()), separator, true),
				optional(requests.byAddress(), separator));
	}

	private static @Nullable RestRequest optional(@Nullable RequestSettings settings, @Nullable String separator) {
		return (settings != null) ? RestRequest.of(settings, separator, false) : null;
	}

}
