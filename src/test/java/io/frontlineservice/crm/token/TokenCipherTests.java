package io.frontlineservice.crm.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.http.TokenFamily;
import io.frontlineservice.privacy.Secret;
import org.junit.jupiter.api.Test;

/** Who can read an encrypted token. */
class TokenCipherTests {

	private static final Secret TOKEN = Secret.of("5Aep861-token");

	private final TokenCipher cipher = cipher("secret", "first");

	private final String encrypted = this.cipher.encrypted(TOKEN, "column");

	@Test
	void sameFamilyAndSecretDecrypt() {
		assertThat(cipher("secret", "first").decrypted(this.encrypted, "column")).contains(TOKEN);
	}

	@Test
	void equalTokensAreEncryptedDifferently() {
		assertThat(this.cipher.encrypted(TOKEN, "column")).isNotEqualTo(this.encrypted);
	}

	@Test
	void otherSecretFamilyOrColumnDoesNotDecrypt() {
		assertThat(cipher("other", "first").decrypted(this.encrypted, "column")).isEmpty();
		assertThat(cipher("secret", "other").decrypted(this.encrypted, "column")).isEmpty();
		assertThat(this.cipher.decrypted(this.encrypted, "other")).isEmpty();
	}

	@Test
	void damagedTextIsNoToken() {
		char[] changed = this.encrypted.toCharArray();
		changed[20] = (changed[20] == 'A') ? 'B' : 'A';
		for (String text : new String[] { new String(changed), "", "AAAA", "not base64!", null }) {
			assertThat(this.cipher.decrypted(text, "column")).isEmpty();
		}
	}

	private static TokenCipher cipher(String secret, String firstToken) {
		return new TokenCipher(
				new TokenFamily("https://crm.example.com/token", "client", Secret.of(secret), Secret.of(firstToken)));
	}

}
