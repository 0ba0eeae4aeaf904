package io.frontlineservice.crm.rest;

/** How the service signs in to an API. Part of {@link AuthenticationSettings}. */
enum AuthenticationType {

	/** Not at all. */
	NONE,

	/** By a token in the header {@code Authorization}. */
	BEARER,

	/** By a user name and a password. */
	BASIC,

	/** By a token in another header. */
	HEADER,

	/** By access tokens that it fetches with client credentials (OAuth 2). */
	CLIENT_CREDENTIALS

}
