package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.privacy.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to sign in. Part of {@link RestSettings}.
 *
 * @param type how to sign in
 * @param token the token, for bearer and header
 * @param header the name of the header, for header
 * @param username the user name, for basic
 * @param password the password, for basic
 * @param tokenUrl where access tokens are fetched, for client-credentials
 * @param clientId the id of the client, for client-credentials
 * @param clientSecret the secret of the client, for client-credentials
 * @param clientAuthentication whether the client signs in by a header (basic) or by
 * fields of the form (form)
 * @param scope the scope to ask for
 * @param audience the audience to ask for
 */
record AuthenticationSettings(@DefaultValue("none") AuthenticationType type, @Nullable Secret token,
		@Nullable String header, @Nullable String username, @Nullable Secret password, @Nullable ApiUrl tokenUrl,
		@Nullable String clientId, @Nullable Secret clientSecret,
		@DefaultValue("basic") ClientAuthentication clientAuthentication, @Nullable String scope,
		@Nullable String audience) {

	/** How the client proves to the token endpoint who it is. */
	enum ClientAuthentication {

		/** By the header {@code Authorization}. */
		BASIC,

		/** By fields of the form. */
		FORM

	}

}
