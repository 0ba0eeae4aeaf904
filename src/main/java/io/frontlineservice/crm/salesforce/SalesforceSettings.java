package io.frontlineservice.crm.salesforce;

import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.privacy.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Salesforce is, how to sign in, and what a customer is there.
 *
 * @param url the URL of the org's My Domain
 * @param clientId the consumer key of the external client app
 * @param clientSecret the consumer secret, to sign in by client credentials or by a
 * refresh token
 * @param refreshToken the first refresh token, to sign in by those that follow from it
 * @param privateKey the private key of the app's certificate in PEM, to sign in by JWT
 * @param username the user that the service signs in for by JWT
 * @param actAs whose rights decide what a worker finds
 * @param audience the audience of the JWT; by default the login server of production or
 * sandboxes, as the URL says
 * @param apiVersion the version of the REST API
 * @param object the object whose records are the customers: Contact, Lead, Account for
 * person accounts, or another one
 * @param ownerField the field of a user that holds the identity of the worker
 * @param e164Field an indexed field of the customer that holds a number in E.164
 * @param fields the names of the fields of the customer
 * @param sharedOwners users and queues that own customers of every worker: identities of
 * users, or ids
 */
@ConfigurationProperties(SalesforceSettings.PREFIX)
record SalesforceSettings(
		@NotNull(message = "is missing: set it to the URL of your My Domain, "
				+ "such as https://acme.my.salesforce.com") ApiUrl url,
		@NotBlank(message = "is missing: set it to the consumer key of your external client app") String clientId,
		@Nullable Secret clientSecret, @Nullable Secret refreshToken, @Nullable Secret privateKey,
		@Nullable String username, @DefaultValue("integration-user") ActAs actAs, @Nullable String audience,
		@DefaultValue("v67.0") @Pattern(regexp = "v[0-9]{2,3}\\.0",
				message = "must be a version such as v67.0") String apiVersion,
		@DefaultValue("Contact") @Pattern(regexp = SalesforceSettings.NAME,
				message = "must be the API name of an object, such as Contact") String object,
		@DefaultValue("Username") @Pattern(regexp = SalesforceSettings.NAME,
				message = "must be the API name of a field, such as Username") String ownerField,
		@Nullable @Pattern(regexp = SalesforceSettings.NAME + "|",
				message = "must be the API name of a field, such as E164__c") String e164Field,
		@DefaultValue @NestedConfigurationProperty FieldMapping fields, @DefaultValue List<String> sharedOwners) {

	static final String PREFIX = "frontline.crm.salesforce";

	/** The API name of an object or field. */
	static final String NAME = "[a-zA-Z][a-zA-Z0-9_]*";

	SalesforceSettings {
		e164Field = (e164Field != null && e164Field.isBlank()) ? null : e164Field;
	}

	/** Whether to sign in for each worker too. */
	boolean actsAsWorkers() {
		return this.actAs == ActAs.WORKER;
	}

	/** Whether to sign in by JWT, and not by client credentials. */
	boolean hasPrivateKey() {
		return isSet(this.privateKey);
	}

	boolean hasClientSecret() {
		return isSet(this.clientSecret);
	}

	/** Whether to sign in by refresh tokens, and not by client credentials. */
	boolean hasRefreshToken() {
		return isSet(this.refreshToken);
	}

	private static boolean isSet(@Nullable Secret secret) {
		return secret != null && !secret.isEmpty();
	}

}
