package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.privacy.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.valueextraction.Unwrapping;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Pipedrive account the customers are in, and how to read its persons.
 *
 * @param apiToken the API token of a user of the account
 * @param url the URL of the account, which is also the beginning of links to its persons
 * @param sharedOwners the e-mail addresses of the users whose persons belong to every
 * worker
 * @param withoutOwner who may see the persons without an owner, which only exist if
 * {@code fields.worker} names a custom field in place of Pipedrive's owner
 * @param fields the names of the fields of a person
 * @param searchesPerTwoSeconds the most searches of this instance in two seconds
 * @param callsPerTwoSeconds the most calls of this instance in two seconds, searches
 * included
 */
@ConfigurationProperties(PipedriveSettings.PREFIX)
record PipedriveSettings(@NotNull(payload = Unwrapping.Skip.class,
		message = "is missing: set it to the API token of a user of your Pipedrive account") @Pattern(regexp = "[!-~]+",
				message = "must be an API token, in one line without blanks") Secret apiToken,
		@NotNull(
				message = "is missing: set it to the URL of your Pipedrive account, such as https://acme.pipedrive.com") ApiUrl url,
		@DefaultValue List<String> sharedOwners, @DefaultValue("nobody") WithoutOwner withoutOwner,
		@DefaultValue @NestedConfigurationProperty FieldMapping fields,
		@DefaultValue("10") @Min(value = 1, message = "must be 1 or more") @Max(value = 100,
				message = "must be at most 100") int searchesPerTwoSeconds,
		@DefaultValue("20") @Min(value = 5, message = "must be 5 or more") @Max(value = 1000,
				message = "must be at most 1000") int callsPerTwoSeconds) {

	static final String PREFIX = "frontline.crm.pipedrive";

}
