package io.frontlineservice.crm.http;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fetches access tokens by a refresh token, which each answer may replace. The old one is
 * never used again, because a CRM takes that for theft, and ends the whole authorization.
 * So all instances share the tokens in a {@link TokenStore}: one instance refreshes, and
 * the others use what it got. Called by {@link AccessTokens}. Thread-safe.
 *
 * @see <a href= "https://www.rfc-editor.org/rfc/rfc6749#section-6">Refreshing an access
 * token</a>
 */
public final class RotatingTokens implements TokenSource {

	/** An access token that ends sooner is replaced at once. */
	private static final Duration SHORTEST_USE = Duration.ofSeconds(30);

	/** A token whose lifetime is unknown may have ended when it is older. */
	private static final Duration SAFE_AGE = Duration.ofMinutes(10);

	/** With less, the answer with the next refresh token could come too late. */
	private static final Duration TIME_FOR_REFRESH = Duration.ofSeconds(3);

	private final CrmApi api;

	private final TokenFamily family;

	private final TokenStore store;

	private final String setting;

	/** The token that this instance used last, and needs another for. */
	private @Nullable Secret last;

	/**
	 * Creates a source.
	 * @param api the API without credentials, to which the token endpoint belongs
	 * @param setting the key of the setting with the first refresh token, for messages
	 */
	public RotatingTokens(CrmApi api, TokenFamily family, TokenStore store, String setting) {
		this.api = api;
		this.family = family;
		this.store = store;
		this.setting = setting;
	}

	@Override
	public synchronized AccessToken fetch(Deadline deadline) {
		GrantedTokens tokens = this.store.replace(this.family,
				(kept) -> (kept != null && isUsable(kept)) ? kept : refreshed(kept, deadline), deadline);
		this.last = tokens.accessToken();
		return new AccessToken(tokens.accessToken(), tokens.lifetime());
	}

	/**
	 * Whether another instance, or an earlier run of this one, fetched a token to use.
	 */
	private boolean isUsable(GrantedTokens kept) {
		Duration lifetime = kept.lifetime();
		return !Objects.equals(kept.accessToken(), this.last)
				&& ((lifetime != null) ? lifetime.compareTo(SHORTEST_USE) > 0 : kept.age().compareTo(SAFE_AGE) < 0);
	}

	private GrantedTokens refreshed(@Nullable GrantedTokens kept, Deadline deadline) {
		if (deadline.remaining().compareTo(TIME_FOR_REFRESH) < 0) {
			throw new CrmErrorException(ErrorClass.UNAVAILABLE, "The CRM did not grant access in time");
		}
		Secret refreshToken = (kept != null) ? kept.refreshToken() : this.family.firstToken();
		ApiAnswer answer = answer(refreshToken, deadline);
		Secret accessToken = Secret.of(answer.body().path("access_token").asString(""));
		if (accessToken.isEmpty()) {
			throw CrmErrorException.unreadable();
		}
		Secret next = Secret.of(answer.body().path("refresh_token").asString(""));
		return new GrantedTokens(accessToken, next.isEmpty() ? refreshToken : next, Duration.ZERO,
				AccessToken.lifetimeIn(answer));
	}

	private ApiAnswer answer(Secret refreshToken, Deadline deadline) {
		Map<String, String> form = Map.of("grant_type", "refresh_token", "client_id", this.family.clientId(),
				"client_secret", this.family.clientSecret().reveal(), "refresh_token", refreshToken.reveal());
		try {
			return this.api.call(ApiRequest.form(this.family.tokenUrl(), form), deadline);
		}
		catch (CrmErrorException ex) {
			throw ex.isGrantRefused()
					? new CrmErrorException(ErrorClass.CREDENTIALS, this.setting
							+ " is not accepted any more: authorize the app again, and set it to the new refresh token")
					: ex;
		}
	}

}
