package io.frontlineservice.crm.hubspot;

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
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which HubSpot account the customers are in, and how to read its contacts.
 *
 * @param accessToken the service key of the account
 * @param url the URL of HubSpot's API
 * @param portalId the id of the account, for links to its contacts; without it, there are
 * no such links
 * @param sortBy the property by which the list is sorted
 * @param sharedOwners the e-mail addresses of the owners whose contacts belong to every
 * worker
 * @param withoutOwner who may see the contacts without an owner
 * @param fields the names of the properties of a contact
 * @param searchesPerSecond the most searches of this instance in a second
 * @param callsPerTenSeconds the most calls of this instance in ten seconds, searches
 * included
 */
@ConfigurationProperties(HubSpotSettings.PREFIX)
record HubSpotSettings(
		@NotNull(payload = Unwrapping.Skip.class,
				message = "is missing: set it to the service key of your HubSpot account") @Pattern(regexp = "[!-~]+",
						message = "must be a service key, in one line without blanks") Secret accessToken,
		@DefaultValue("https://api.hubapi.com") ApiUrl url,
		@Nullable @Pattern(regexp = "\\d{1,15}",
				message = "must be the number of your HubSpot account") String portalId,
		@DefaultValue("lastname") @Pattern(regexp = "[a-z0-9_]+",
				message = "must be the internal name of a property, such as lastname") String sortBy,
		@DefaultValue List<String> sharedOwners, @DefaultValue("nobody") WithoutOwner withoutOwner,
		@DefaultValue @NestedConfigurationProperty FieldMapping fields,
		@DefaultValue("5") @Min(value = 1, message = "must be 1 or more") @Max(value = 100,
				message = "must be at most 100") int searchesPerSecond,
		@DefaultValue("100") @Min(value = 10, message = "must be 10 or more") @Max(value = 1000,
				message = "must be at most 1000") int callsPerTenSeconds) {

	static final String PREFIX = "frontline.crm.hubspot";

}
