package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.sandbox.pretend.ListeningService.Received;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests signatures by the auth token and by a shared key. */
class SignatureTests {

	private static final String SECRET = "some-secret";

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account()
		.withWebhookKey("K1", (callback, form) -> SignedRequest.signByKey(ListeningService.PUBLIC_URL + callback.path(),
				form, SECRET)));

	private ListeningService service;

	@BeforeEach
	void start() throws IOException {
		this.service = new ListeningService();
		this.twilio.start(0).callbacksAt(this.service.url());
	}

	@AfterEach
	void stop() {
		this.twilio.close();
		this.service.close();
	}

	@Test
	void tokenSignsByDefault() {
		Received received = routing();

		assertThat(received.settings()).isNull();
		assertThat(received.signature()).isEqualTo(SignedRequest.sign(ListeningService.PUBLIC_URL + received.path(),
				received.form(), SignedRequest.TOKEN));
	}

	@Test
	void sharedKeySignsAndIsNamed() {
		this.twilio.conditions().signingByKey(true);

		Received received = routing();

		assertThat(received.settings()).isEqualTo("key=K1,algorithm=HMAC_SHA256");
		assertThat(received.signature())
			.isEqualTo(SignedRequest.signByKey(ListeningService.PUBLIC_URL + received.path(), received.form(), SECRET));
		assertThat(this.twilio.journal().callbacks()).extracting(Entry::signatureSettings)
			.containsOnly("key=K1,algorithm=HMAC_SHA256");
	}

	@Test
	void forgedTokenSignatureHasValidLength() {
		this.twilio.conditions().forgingSignatures(true);

		assertThat(routing().signature()).isEqualTo("A".repeat(27) + "=");
	}

	@Test
	void forgedKeySignatureHasValidLength() {
		this.twilio.conditions().forgingSignatures(true).signingByKey(true);

		assertThat(routing().signature()).isEqualTo("A".repeat(43) + "=");
	}

	@Test
	void accountWithoutKeySignsByToken() throws IOException {
		try (PretendTwilio keyless = new PretendTwilio(ListeningService.account()).start(0)) {
			keyless.callbacksAt(this.service.url()).conditions().signingByKey(true);
			keyless.inbound("+14155550101", "+15005550006", "Hello");
		}

		assertThat(this.service.received()).isNotEmpty().allSatisfy((it) -> assertThat(it.settings()).isNull());
	}

	private Received routing() {
		this.twilio.inbound("+14155550101", "+15005550006", "Hello");
		return this.service.only("/callbacks/routing");
	}

}
