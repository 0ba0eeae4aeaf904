package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * The Twilio account that Frontline belongs to. Created from the settings; used by
 * {@code twilio.rest}. Immutable.
 *
 * @param sid the account's SID
 * @param authToken its primary auth token
 */
public record TwilioAccount(String sid, Secret authToken) {

	/** Returns the account of a configuration; empty if its settings are invalid. */
	public static Optional<TwilioAccount> in(Environment environment) {
		return TwilioCheck.account(environment).map(TwilioAccount::of);
	}

	static TwilioAccount of(TwilioSettings settings) {
		return new TwilioAccount(settings.accountSid(), settings.authToken());
	}

}
