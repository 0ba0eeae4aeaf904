package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * The Twilio account that Frontline belongs to, as the REST API knows it. Made of the
 * settings; used in {@code twilio.rest}. Immutable.
 *
 * @param sid the account's SID
 * @param authToken its primary auth token
 */
public record TwilioAccount(String sid, Secret authToken) {

	/** The account of that configuration; empty if its settings cannot be used. */
	public static Optional<TwilioAccount> in(Environment environment) {
		return TwilioCheck.account(environment).map(TwilioAccount::of);
	}

	static TwilioAccount of(TwilioSettings settings) {
		return new TwilioAccount(settings.accountSid(), settings.authToken());
	}

}
