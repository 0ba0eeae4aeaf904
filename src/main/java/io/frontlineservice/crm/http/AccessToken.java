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
}
