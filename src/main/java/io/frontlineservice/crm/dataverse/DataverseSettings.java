package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.privacy.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Dataverse is, how to sign in, and what a customer is there.
 *
 * @param url the URL of the environment
 * @param tenantId the directory in Microsoft Entra that the app is registered in
 * @param clientId the application id of the app
 * @param clientSecret a client secret of the app
 * @param privateKey the private key of a certificate of the app in PEM, in place of a
 * secret
 * @param certificate that certificate in PEM
 * @param loginUrl the URL of Microsoft Entra; another one in national clouds
 * @param actAs whose rights decide what a worker finds
 * @param table the table of the customers, by the name of its entity set: contacts,
 * accounts or another one
 * @param idColumn the primary key of that table; known for contacts and accounts
 * @param nameColumn the column by which the list is sorted; known for contacts and
 * accounts
 * @param ownerColumn the column of a user that holds the identity of the worker
 * @param e164Column a column of the customer that holds a number in E.164
 * @param appId the model-driven app in which links open a customer; without it, Dynamics
 * 365 chooses one
 * @param fields the names of the columns of a customer
 * @param sharedOwners users and teams that own customers of every worker: identities of
 * users, or ids of teams
 * @param withoutOwner who may see the customers without an owner
 * @param callsPerFiveMinutes the most calls of this instance in five minutes
 */
@ConfigurationProperties(DataverseSettings.PREFIX)
record DataverseSettings(
		@NotNull(message = "is missing: set it to the URL of your environment, "
				+ "such as https://acme.crm.dynamics.com") ApiUrl url,
		@NotBlank(message = "is missing: set it to the directory (tenant) id of your app registration") @Pattern(
				regexp = "[a-zA-Z0-9.-]*",
				message = "must be the directory (tenant) id of your app registration") String tenantId,
		@NotBlank(
				message = "is missing: set it to the application (client) id of your app registration") String clientId,
		@Nullable Secret clientSecret, @Nullable Secret privateKey, @Nullable String certificate,
		@DefaultValue("https://login.microsoftonline.com") ApiUrl loginUrl,
		@DefaultValue("application-user") ActAs actAs,
		@DefaultValue("contacts") @Pattern(regexp = DataverseSettings.NAME,
				message = "must be the name of an entity set, such as contacts") String table,
		@Nullable @Pattern(regexp = DataverseSettings.NAME + "|",
				message = "must be the logical name of a column, such as contactid") String idColumn,
		@Nullable @Pattern(regexp = DataverseSettings.NAME + "|",
				message = "must be the logical name of a column, such as fullname") String nameColumn,
		@DefaultValue("internalemailaddress") @Pattern(regexp = DataverseSettings.NAME,
				message = "must be the logical name of a column, such as internalemailaddress") String ownerColumn,
		@Nullable @Pattern(regexp = DataverseSettings.NAME + "|",
				message = "must be the logical name of a column, such as new_e164") String e164Column,
		@Nullable @Pattern(regexp = RowId.FORM + "|", message = "must be the id of a model-driven app") String appId,
		@DefaultValue @NestedConfigurationProperty FieldMapping fields, @DefaultValue List<String> sharedOwners,
		@DefaultValue("nobody") WithoutOwner withoutOwner,
		@DefaultValue("6000") @Min(value = 1, message = "must be 1 or more") @Max(value = 100_000,
				message = "must be 100,000 or less") int callsPerFiveMinutes) {

	static final String PREFIX = "frontline.crm.dataverse";

	/** The logical name of a column, or the name of an entity set. */
	static final String NAME = "[a-z][a-z0-9_]*";

	DataverseSettings {
		certificate = blankToNull(certificate);
		idColumn = blankToNull(idColumn);
		nameColumn = blankToNull(nameColumn);
		e164Column = blankToNull(e164Column);
		appId = blankToNull(appId);
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text != null && text.isBlank()) ? null : text;
	}

	/** Whether requests for a worker have the rights of the worker's user. */
	boolean actsAsWorkers() {
		return this.actAs == ActAs.WORKER;
	}

	/** Whether to sign in by a certificate, and not by a secret. */
	boolean hasPrivateKey() {
		return isSet(this.privateKey);
	}

	boolean hasClientSecret() {
		return isSet(this.clientSecret);
	}

	private static boolean isSet(@Nullable Secret secret) {
		return secret != null && !secret.isEmpty();
	}

}
