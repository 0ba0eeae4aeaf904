package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestServices.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.worker.Profile;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token works only for the worker and the search that it was issued for. */
class PageTokensTests {

	private static final Worker ADA = worker("ada@example.com");

	private static final String CURSOR = "Łukasz\n7";

	private final PageTokens tokens = new PageTokens(key("current"));

	private final String token = this.tokens.issue(ADA, "lu", CURSOR);

	@Test
	void tokenReturnsItsCursor() {
		assertThat(this.tokens.cursor(ADA, "lu", this.token)).contains(CURSOR);
		assertThat(this.tokens.cursor(ADA, "", this.tokens.issue(ADA, "", ""))).contains("");
	}

	@Test
	void tokenNeedsNoEscapingInForm() {
		assertThat(this.token).matches("[A-Za-z0-9_-]+");
	}

	@Test
	void tokenIsForOneWorkerAndOneSearch() {
		assertThat(this.tokens.cursor(worker("ben@example.com"), "lu", this.token)).isEmpty();
		assertThat(this.tokens.cursor(ADA, "", this.token)).isEmpty();
		assertThat(this.tokens.cursor(ADA, "luk", this.token)).isEmpty();
	}

	@Test
	void tokenSeparatesIdentityFromSearch() {
		String other = this.tokens.issue(worker("ada"), "bc", "d");
		assertThat(this.tokens.cursor(worker("adab"), "c", other)).isEmpty();
		assertThat(this.tokens.cursor(worker("a"), "dabc", other)).isEmpty();
	}

	@Test
	void otherInstanceWithSameSecretAcceptsToken() {
		assertThat(new PageTokens(key("current")).cursor(ADA, "lu", this.token)).contains(CURSOR);
	}

	@Test
	void installationWithOtherSecretRejectsToken() {
		assertThat(new PageTokens(key("another")).cursor(ADA, "lu", this.token)).isEmpty();
	}

	@Test
	void tokenOfPreviousSecretIsAcceptedWhileConfigured() {
		PageTokens rotated = new PageTokens(key("next", "current"));
		assertThat(rotated.cursor(ADA, "lu", this.token)).contains(CURSOR);
		assertThat(rotated.cursor(ADA, "lu", rotated.issue(ADA, "lu", CURSOR))).contains(CURSOR);
		assertThat(new PageTokens(key("next")).cursor(ADA, "lu", this.token)).isEmpty();
	}

	@Test
	void newTokenUsesCurrentSecret() {
		String issued = new PageTokens(key("next", "current")).issue(ADA, "lu", CURSOR);
		assertThat(new PageTokens(key("next")).cursor(ADA, "lu", issued)).contains(CURSOR);
		assertThat(this.tokens.cursor(ADA, "lu", issued)).isEmpty();
	}

	@Test
	void tokenWithFlippedBitIsRejected() {
		byte[] bytes = Base64.getUrlDecoder().decode(this.token);
		for (int bit = 0; bit < bytes.length * 8; bit++) {
			byte[] flipped = bytes.clone();
			flipped[bit / 8] ^= (byte) (1 << (bit % 8));
			String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
			assertThat(this.tokens.cursor(ADA, "lu", forged)).as("bit %d", bit).isEmpty();
		}
	}

	@Test
	void truncatedTokenIsRejected() {
		for (int length = 0; length < this.token.length(); length++) {
			assertThat(this.tokens.cursor(ADA, "lu", this.token.substring(0, length))).as("%d", length).isEmpty();
		}
	}

	@Test
	void tokenWithSuffixIsRejected() {
		assertThat(this.tokens.cursor(ADA, "lu", this.token + "AAAA")).isEmpty();
		assertThat(this.tokens.cursor(ADA, "lu", this.token + this.token)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "30", "=", "====", "not base64!", "+/+/", "ÄÖÜ", "AAAAAAAAAAAAAAAAAAAAAA", "\u0000",
			"\uD83D", "A" })
	void textThatIsNotTokenIsRejected(String text) {
		assertThat(this.tokens.cursor(ADA, "lu", text)).isEmpty();
	}

	private static Worker worker(String identity) {
		return new Worker(WorkerIdentity.of(identity), WorkerIdentity.setOf(List.of(identity)), null, Profile.UNKNOWN,
				Map.of());
	}

}
