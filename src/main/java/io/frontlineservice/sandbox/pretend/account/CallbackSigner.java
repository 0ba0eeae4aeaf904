package io.frontlineservice.sandbox.pretend.account;

import java.util.Map;

/**
 * Signs what {@code PretendTwilio} posts. Given to it by the sandbox and by tests, which
 * sign by lines of their own. Implementations are thread-safe.
 */
@FunctionalInterface
public interface CallbackSigner {

	/** The value of {@code X-Twilio-Signature} for a form that is posted there. */
	String sign(Callback callback, Map<String, String> form);

}
