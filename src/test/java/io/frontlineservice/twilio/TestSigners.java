package io.frontlineservice.twilio;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.privacy.Secret;
import java.util.List;

/** Creates signers for tests of other packages. */
public final class TestSigners {

	private TestSigners() {
	}

	/** Returns a signer with the token of {@link SignedRequest}. */
	public static RequestSigner signer() {
		return new RequestSigner(new SignatureVerifier(List.of(Secret.of(SignedRequest.TOKEN))),
				PublicUrl.of("https://fis.example.com"));
	}

}
