package io.frontlineservice.crm.airtable;

import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.privacy.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.valueextraction.Unwrapping;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which table of Airtable the customers are in, and how to read it.
 *
 * @param accessToken the personal access token
 * @param baseId the id of the base
 * @param table the id or the name of the table
 * @param view the id or the name of a view, whose records are the customers; without it,
 * all records of the table
 * @param url the URL of Airtable's Web API
 * @param sortBy the fields by which the list is sorted; without them, those of the name
 * @param sharedOwners the identities of the owners whose customers belong to every worker
 * @param withoutOwner who may see the customers without an owner
 * @param collaborators users as "Name &lt;e-mail address&gt;", where a user field holds
 * the owners and the table is read live
 * @param fields the names of the fields of a customer
 * @param callsPerSecond the most calls of this instance in a second
 */
@ConfigurationProperties(AirtableSettings.PREFIX)
record AirtableSettings(
		@NotNull(payload = Unwrapping.Skip.class,
				message = "is missing: set it to a personal access token of Airtable") @Pattern(regexp = "[!-~]+",
						message = "must be a personal access token, in one line without blanks") Secret accessToken,
		@NotNull(
				message = "is missing: set it to the id of your base, the part of its URL that begins with app") @Pattern(
						regexp = "app[A-Za-z0-9]{14}",
						message = "must be the id of a base, the part of its URL that begins with app") String baseId,
		@NotBlank(message = "is missing: set it to the id of your table, the part of its URL that begins with tbl, "
				+ "or to its name") String table,
		@Nullable String view, @DefaultValue("https://api.airtable.com") ApiUrl url, @DefaultValue List<String> sortBy,
		@DefaultValue List<String> sharedOwners, @DefaultValue("nobody") WithoutOwner withoutOwner,
		@DefaultValue List<String> collaborators, @DefaultValue @NestedConfigurationProperty FieldMapping fields,
		@DefaultValue("4") @Min(value = 1, message = "must be 1 or more") @Max(value = 50,
				message = "must be at most 50") int callsPerSecond) {

	static final String PREFIX = "frontline.crm.airtable";

	AirtableSettings {
		view = (view == null || view.isBlank()) ? null : view;
	}

}
