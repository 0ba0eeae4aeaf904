package io.frontlineservice.crm.rest;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * The requests of the API. Part of {@link RestSettings}.
 *
 * @param list lists customers
 * @param search finds customers by words; by default the list, if that has a placeholder
 * for the search
 * @param byId reads one customer
 * @param byAddress finds customers by a number
 */
record RequestsSettings(@Nullable @NestedConfigurationProperty RequestSettings list,
		@Nullable @NestedConfigurationProperty RequestSettings search,
		@Nullable @NestedConfigurationProperty RequestSettings byId,
		@Nullable @NestedConfigurationProperty RequestSettings byAddress) {

	RequestsSettings {
		list = orNull(list);
		search = orNull(search);
		byId = orNull(byId);
		byAddress = orNull(byAddress);
	}

	private static @Nullable RequestSettings orNull(@Nullable RequestSettings request) {
		return (request == null || request.isEmpty()) ? null : request;
	}

	/** Whether no request is set, so that the API is that of this project. */
	boolean isEmpty() {
		return Stream.of(this.list, this.search, this.byId, this.byAddress).allMatch(Objects::isNull);
	}

}
