package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the API is, and which requests it understands. Without requests, it is the API of
 * this project: {@link ContractApi} completes these settings.
 *
 * @param url the URL below which all requests are
 * @param hosts further hosts to which links in answers may lead
 * @param privateAddresses whether hosts may have addresses of private networks
 * @param headers headers of all requests, each as a name, a colon and a value
 * @param authentication how to sign in
 * @param requests the requests
 * @param paging the pages of lists and searches
 * @param listSeparator what to write between the values of a list; by default each has a
 * parameter of its own
 * @param ownerPattern the form of the identities that the API understands, as a regular
 * expression; by default all
 * @param sharedOwners the owners whose customers belong to every worker
 * @param alphabetical whether the API lists customers in the order of their names
 * @param errors what errors mean
 * @param fields the names of the fields of a customer
 * @param callsPerSecond the most calls of this instance in a second
 */
@ConfigurationProperties(RestSettings.PREFIX)
record RestSettings(
		@NotNull(message = "is missing: set it to the URL of the API, such as https://crm.example.com/api") ApiUrl url,
		@DefaultValue List<String> hosts, @DefaultValue("false") boolean privateAddresses,
		@DefaultValue List<String> headers,
		@DefaultValue @NestedConfigurationProperty AuthenticationSettings authentication,
		@DefaultValue @NestedConfigurationProperty RequestsSettings requests,
		@DefaultValue @NestedConfigurationProperty PagingSettings paging, @Nullable String listSeparator,
		@Nullable String ownerPattern, @Nullable List<String> sharedOwners, @DefaultValue("false") boolean alphabetical,
		@DefaultValue @NestedConfigurationProperty ErrorSettings errors,
		@DefaultValue @NestedConfigurationProperty FieldMapping fields,
		@DefaultValue("10") @Min(value = 1, message = "must be 1 or more") @Max(value = 1000,
				message = "must be at most 1000") int callsPerSecond) {

	static final String PREFIX = "frontline.crm.rest";

	/** What is usual in APIs of any kind. */
	private static final FieldMapping DEFAULTS = FieldMapping.of(Map.of(CustomerField.CUSTOMER_ID, List.of("id")));

	RestSettings {
		listSeparator = (listSeparator == null || listSeparator.isEmpty()) ? null : listSeparator;
		ownerPattern = orNull(ownerPattern);
	}

	/** Returns a text; null if it is blank. */
	static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

	/** Whether the API is the one of this project. */
	boolean isContract() {
		return this.requests.isEmpty();
	}

	/** Returns these settings with all defaults, and with requests. */
	RestSettings complete() {
		return isContract() ? ContractApi.complete(this)
				: with(this.requests, this.paging, this.sharedOwners, this.errors, this.fields.orElse(DEFAULTS));
	}

	/** Returns these settings with other requests, and what describes their answers. */
	RestSettings with(RequestsSettings otherRequests, PagingSettings otherPaging, @Nullable List<String> shared,
			ErrorSettings otherErrors, FieldMapping otherFields) {
		return new RestSettings(this.url, this.hosts, this.privateAddresses, this.headers, this.authentication,
				otherRequests, otherPaging, this.listSeparator, this.ownerPattern, shared, this.alphabetical,
				otherErrors, otherFields, this.callsPerSecond);
	}

	static String key(String setting) {
		return PREFIX + "." + setting;
	}

}
