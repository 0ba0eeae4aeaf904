package io.frontlineservice.crm.http;

import io.frontlineservice.privacy.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The newest tokens of a {@link TokenFamily}. Fetched by {@link RotatingTokens}, kept by
 * {@link TokenStore}. Immutable.
 *
 * @param accessToken the access token
 * @param refreshToken the only refresh token that may still be used
 * @param age how long ago they were granted
 * @param lifetime how long the access token is valid from now on, negative if it has
 * ended; null if the CRM does not say
 */
public record GrantedTokens(Secret accessToken, Secret refreshToken, Duration age, @Nullable Duration lifetime) {
}
