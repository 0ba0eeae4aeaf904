package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Account.WebhookKey;
import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers that prove that a callback comes from Twilio. Created by {@link Callbacks}.
 * Immutable.
 *
 * @param signature the {@code X-Twilio-Signature}
 * @param settings the {@code X-Twilio-Webhooks-Signature-Settings}, which name the shared
 * key; null if the auth token signs
 */
record CallbackHeaders(String signature, @Nullable String settings) {

	/** Signs a form. */
	static CallbackHeaders of(Account account, Conditions conditions, Callback callback, Map<String, String> form) {
		WebhookKey key = conditions.signsByKey() ? account.webhookKey() : null;
		String right = ((key != null) ? key.signer() : account.signer()).sign(callback, form);
		// The invalid signature has a valid format and length, so that only its value is
		// wrong.
		String signature = conditions.forgesSignatures() ? "A".repeat(right.length() - 1) + "=" : right;
		return new CallbackHeaders(signature, (key != null) ? "key=" + key.id() + ",algorithm=HMAC_SHA256" : null);
	}

}
