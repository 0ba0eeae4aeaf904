package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Account.WebhookKey;
import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers by which a callback shows that it comes from Twilio. Made by
 * {@link Callbacks}. Immutable.
 *
 * @param signature the {@code X-Twilio-Signature}
 * @param settings the {@code X-Twilio-Webhooks-Signature-Settings}, which name the shared
 * key; null for a signature by the auth token
 */
record CallbackHeaders(String signature, @Nullable String settings) {

	/** The headers of a form as that account signs it under these conditions. */
	static CallbackHeaders of(Account account, Conditions conditions, Callback callback, Map<String, String> form) {
		WebhookKey key = conditions.signsByKey() ? account.webhookKey() : null;
		String right = ((key != null) ? key.signer() : account.signer()).sign(callback, form);
		// As long as the right one, so that its form is not the reason to refuse it.
		String signature = conditions.forgesSignatures() ? "A".repeat(right.length() - 1) + "=" : right;
		return new CallbackHeaders(signature, (key != null) ? "key=" + key.id() + ",algorithm=HMAC_SHA256" : null);
	}

}
