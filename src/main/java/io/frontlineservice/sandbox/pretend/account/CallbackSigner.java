package io.frontlineservice.sandbox.pretend.account;

import java.util.Map;

/**
 * Signs the callbacks of a pretend Twilio. Implemented by the sandbox and by tests.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface CallbackSigner {

	/**
	 * Returns the value of {@code X-Twilio-Signature} for a form posted to that callback.
	 */
	String sign(Callback callback, Map<String, String> form);

}
