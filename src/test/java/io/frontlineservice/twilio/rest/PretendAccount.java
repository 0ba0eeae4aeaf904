package io.frontlineservice.twilio.rest;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.TestEnvironment;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.account.Account;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.env.Environment;

/** A pretend Twilio with its configuration, for the tests of examinations. */
final class PretendAccount implements AfterEachCallback {

	static final String KEY = "SK" + "0".repeat(32);

	static final String KEY_SECRET = "s3cret";

	final PretendTwilio twilio = new PretendTwilio(
			new Account(SignedRequest.ACCOUNT_SID, SignedRequest.TOKEN, (path, form) -> "unused").withKey(KEY,
					KEY_SECRET))
		.start(0);

	/**
	 * Returns the configuration with additional settings, as alternating names and
	 * values.
	 */
	Environment with(String... settings) {
		List<String> all = new ArrayList<>(List.of("frontline.twilio.account-sid", SignedRequest.ACCOUNT_SID,
				"frontline.twilio.auth-token", SignedRequest.TOKEN, "frontline.twilio.api-url",
				this.twilio.url().toString(), "frontline.public-url", "https://fis.example.com"));
		all.addAll(List.of(settings));
		return TestEnvironment.of(all.toArray(String[]::new));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.twilio.close();
	}

}
