package io.frontlineservice.crm.http;

import io.frontlineservice.privacy.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An access token of a CRM's API. Fetched by {@link TokenSource}, held by
 * {@link AccessTokens}. Immutable.
 *
 * @param value the token
 * @param lifetime how long it is valid from now on; null if the CRM does not say
 */
public record AccessToken(Secret value, @Nullable Duration lifetime) {

	/** A longer time could not be counted in nanoseconds. */
	private static final Duration LONGEST = Duration.ofDays(365);

	/**
	 * Returns the token in an answer of a token endpoint.
	 * @throws CrmErrorException if there is none
	 */
	public static AccessToken in(ApiAnswer answer) {
		String token = answer.body().path("access_token").asString("");
		if (token.isEmpty()) {
			throw CrmErrorException.unreadable();
		}
		return new AccessToken(Secret.of(token), lifetimeIn(answer));
	}

	/**
	 * Returns the lifetime that an answer of a token endpoint names; null if there is
	 * none.
	 */
	public static @Nullable Duration lifetimeIn(ApiAnswer answer) {
		long seconds = answer.body().path("expires_in").asLong(0);
		return (seconds > 0) ? Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())) : null;
	}

}
