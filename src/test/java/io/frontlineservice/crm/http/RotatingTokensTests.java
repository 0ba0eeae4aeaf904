package io.frontlineservice.crm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a refresh token is exchanged for, over HTTP. */
class RotatingTokensTests {

	private final TokenServer server = new TokenServer();

	private final Secret first = this.server.authorize();

	private @Nullable GrantedTokens kept;

	private final RotatingTokens tokens = instance();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void refreshTokenIsSentInAForm() {
		assertThat(fetch(this.tokens)).isEqualTo(new AccessToken(Secret.of("access-1"), Duration.ofHours(1)));
		assertThat(this.server.server().requests()).singleElement().satisfies((request) -> {
			assertThat(request.method() + request.path()).isEqualTo("POST/oauth/token");
			assertThat(request.formField("grant_type")).isEqualTo("refresh_token");
			assertThat(request.formField("client_id")).isEqualTo("client");
			assertThat(request.formField("client_secret")).isEqualTo("client-secret");
			assertThat(request.formField("refresh_token")).isEqualTo(this.first.reveal());
		});
	}

	@Test
	void eachRefreshTokenIsUsedOnce() {
		fetch(this.tokens);
		fetch(this.tokens);
		assertThat(fetch(this.tokens).value().reveal()).isEqualTo("access-3");
		assertThat(this.server.refusals()).isZero();
	}

	@Test
	void refreshTokenThatIsNotReplacedIsUsedAgain() {
		this.server.rotating(false);
		fetch(this.tokens);
		fetch(this.tokens);
		assertThat(this.server.calls()).isEqualTo(2);
		assertThat(this.server.refusals()).isZero();
	}

	@Test
	void tokenOfAnotherInstanceIsUsedUnlessItEndsSoon() {
		fetch(this.tokens);
		assertThat(fetch(instance()).value().reveal()).isEqualTo("access-1");
		keep(Duration.ofMinutes(59), Duration.ofSeconds(31));
		assertThat(fetch(instance()).value().reveal()).isEqualTo("access-1");
		keep(Duration.ofMinutes(59), Duration.ofSeconds(30));
		assertThat(fetch(instance()).value().reveal()).isEqualTo("access-2");
	}

	@Test
	void tokenOfUnknownLifetimeIsUsedByOtherInstancesWhileItIsYoung() {
		this.server.lifetime(null);
		assertThat(fetch(this.tokens).lifetime()).isNull();
		keep(Duration.ofMinutes(9), null);
		assertThat(fetch(instance()).value().reveal()).isEqualTo("access-1");
		keep(Duration.ofMinutes(10), null);
		assertThat(fetch(instance()).value().reveal()).isEqualTo("access-2");
	}

	@Test
	void refusedRefreshTokenNamesTheSetting() {
		fetch(this.tokens);
		this.kept = null;
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> fetch(this.tokens))
			.withMessage(TokenServer.SETTING
					+ " is not accepted any more: authorize the app again, and set it to the new refresh token")
			.satisfies((it) -> assertThat(it.errorClass()).isEqualTo(ErrorClass.CREDENTIALS));
	}

	@Test
	void otherErrorsAreNotThoseOfTheRefreshToken() {
		this.server.server().faults().answerNext(CrmReply.json(401, Map.of("error", "invalid_client")));
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> fetch(this.tokens))
			.withMessage("The CRM does not accept the credentials (status 401)");
		for (Object body : List.of(Map.of("expires_in", 3600), Map.of("access_token", ""), List.of())) {
			this.server.server().faults().answerNext(CrmReply.json(200, body));
			assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> fetch(this.tokens))
				.withMessage("The answer of the CRM cannot be read");
		}
		assertThat(fetch(this.tokens).value().reveal()).isEqualTo("access-1");
	}

	@Test
	void refreshTokenIsNotUsedWithoutTimeForTheAnswer() {
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> this.tokens.fetch(Deadline.in(Duration.ofMillis(1_500))))
			.withMessage("The CRM did not grant access in time");
		assertThat(this.server.calls()).isZero();
		fetch(this.tokens);
		assertThat(this.tokens.fetch(Deadline.in(Duration.ofSeconds(4))).value().reveal()).isEqualTo("access-2");
	}

	@Test
	void familyIsThatOfTheConfiguredToken() {
		String key = this.server.family(this.first).key();
		assertThat(key).hasSize(64).isEqualTo(this.server.family(this.first, "other secret").key());
		assertThat(this.server.family(Secret.of("other")).key()).isNotEqualTo(key);
		assertThat(this.server.family(this.first).toString()).doesNotContain(this.first.reveal());
	}

	private RotatingTokens instance() {
		return this.server.source(this.server.family(this.first), (family, replacement, deadline) -> {
			GrantedTokens next = replacement.apply(this.kept);
			this.kept = next;
			return next;
		});
	}

	private void keep(Duration age, @Nullable Duration lifetime) {
		this.kept = new GrantedTokens(this.kept.accessToken(), this.kept.refreshToken(), age, lifetime);
	}

	private static AccessToken fetch(RotatingTokens tokens) {
		return tokens.fetch(Deadline.in(Duration.ofSeconds(4)));
	}

}
