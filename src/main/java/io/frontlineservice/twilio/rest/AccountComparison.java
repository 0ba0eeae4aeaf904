package io.frontlineservice.twilio.rest;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Asks Twilio which account the API key belongs to, before anything else: what is not
 * found by a key of another account is a mere 404. Called by {@link MeteredCalls}.
 * Thread-safe.
 * <p>
 * Where Twilio does not say so, which a restricted key may not ask, work goes on:
 * {@link OwnAccount} compares every answer in any case.
 */
final class AccountComparison {

	private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMinutes(1);

	private final InstantSource clock;

	private volatile Instant again;

	/**
	 * Makes one.
	 * @param needed whether there is an API key; an account that signs in itself can be
	 * no other
	 */
	AccountComparison(boolean needed, InstantSource clock) {
		this.clock = clock;
		this.again = needed ? Instant.MIN : Instant.MAX;
	}

	/**
	 * Compares the accounts, unless that has been done.
	 * @throws ErrorAnswerException if the key belongs to another account
	 */
	void require(TwilioRestClient client) {
		if (!this.again.isAfter(this.clock.instant())) {
			compare(client);
		}
	}

	private synchronized void compare(TwilioRestClient client) {
		if (this.again.isAfter(this.clock.instant())) {
			return;
		}
		try {
			Configuration.fetcher().fetch(client);
			this.again = Instant.MAX;
		}
		catch (ErrorAnswerException ex) {
			if (ex.meaning() == ErrorKind.OTHER_ACCOUNT) {
				throw ex;
			}
			this.again = this.clock.instant().plus(UNTIL_ASKED_AGAIN);
		}
	}

}
