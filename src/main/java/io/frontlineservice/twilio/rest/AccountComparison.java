package io.frontlineservice.twilio.rest;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Asks Twilio which account the API key belongs to, before any other call: to a key of
 * another account Twilio only reports that a resource does not exist. Called by
 * {@link MeteredCalls}. Thread-safe.
 * <p>
 * Twilio may not tell, for example because a restricted key may not read the
 * configuration. Then calls that read are made, and {@link OwnAccount} compares each
 * response. Calls that write wait until one of these responses has named the configured
 * account; every job reads a resource that names it before it writes.
 */
final class AccountComparison {

	private static final Duration INTERVAL = Duration.ofMinutes(1);

	private final OwnAccount account;

	private final boolean needed;

	private final InstantSource clock;

	private volatile Instant next;

	/**
	 * Creates a comparison that has not been made yet.
	 * @param account the configured account, which the same client's responses confirm
	 * @param needed whether the client uses an API key; the account's own credentials
	 * cannot belong to another account
	 */
	AccountComparison(OwnAccount account, boolean needed, InstantSource clock) {
		this.account = account;
		this.needed = needed;
		this.clock = clock;
		this.next = needed ? Instant.MIN : Instant.MAX;
	}

	/**
	 * Compares the accounts, unless that has been done.
	 * @throws TwilioErrorException if the key belongs to another account
	 * @throws CallNotMadeException if the call writes and no response has named the
	 * configured account yet
	 */
	void require(Call call, TwilioRestClient client) {
		if (!this.next.isAfter(this.clock.instant())) {
			compare(client);
		}
		if (call.writes() && this.needed && !this.account.isConfirmed()) {
			throw new CallNotMadeException("No response of Twilio has shown yet that frontline.twilio.api-key "
					+ "belongs to frontline.twilio.account-sid, so nothing is changed");
		}
	}

	private synchronized void compare(TwilioRestClient client) {
		if (this.next.isAfter(this.clock.instant())) {
			return;
		}
		try {
			Configuration.fetcher().fetch(client);
			this.next = Instant.MAX;
		}
		catch (TwilioErrorException ex) {
			if (ex.kind() == ErrorKind.OTHER_ACCOUNT) {
				throw ex;
			}
			this.next = this.clock.instant().plus(INTERVAL);
		}
	}

}
