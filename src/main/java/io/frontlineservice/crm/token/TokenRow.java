package io.frontlineservice.crm.token;

import io.frontlineservice.crm.http.GrantedTokens;
import io.frontlineservice.privacy.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a family as they are stored. Read and written by {@link TokenTable}.
 * Immutable.
 *
 * @param family the key of the family
 * @param accessToken the access token, encrypted; null if there is none yet
 * @param refreshToken the refresh token, encrypted; null if there is none yet
 * @param grantedAt when they were granted, in milliseconds since 1970
 * @param expiresAt when the access token ends, in milliseconds since 1970; null if the
 * CRM did not say
 * @param version how often they have been replaced
 */
record TokenRow(String family, @Nullable String accessToken, @Nullable String refreshToken, long grantedAt,
		@Nullable Long expiresAt, long version) {

	private static final String ACCESS = "access_token";

	private static final String REFRESH = "refresh_token";

	/** Returns the row that replaces this one. */
	TokenRow replacedBy(GrantedTokens tokens, TokenCipher cipher, Instant now) {
		Duration lifetime = tokens.lifetime();
		return new TokenRow(this.family, cipher.encrypted(tokens.accessToken(), ACCESS),
				cipher.encrypted(tokens.refreshToken(), REFRESH), now.toEpochMilli(),
				(lifetime != null) ? now.plus(lifetime).toEpochMilli() : null, this.version + 1);
	}

	/** Returns the tokens; empty if they cannot be decrypted. */
	Optional<GrantedTokens> tokens(TokenCipher cipher, Instant now) {
		Optional<Secret> refresh = cipher.decrypted(this.refreshToken, REFRESH);
		return cipher.decrypted(this.accessToken, ACCESS)
			.flatMap((access) -> refresh.map((it) -> new GrantedTokens(access, it, between(this.grantedAt, now),
					(this.expiresAt != null) ? between(this.expiresAt, now).negated() : null)));
	}

	/** Whether this row replaces that one. */
	boolean follows(TokenRow other) {
		return this.family.equals(other.family) && this.version == other.version + 1;
	}

	/** Whether tokens have been stored. */
	boolean hasTokens() {
		return this.refreshToken != null;
	}

	private static Duration between(long time, Instant now) {
		return Duration.between(Instant.ofEpochMilli(time), now);
	}

	/** Does not show the tokens. */
	@Override
	public String toString() {
		return "version " + this.version;
	}

}
