package io.frontlineservice.sandbox.pretend;

import java.util.Map;

/**
 * Signs what {@link PretendTwilio} posts. Given to it by the sandbox and by tests, which
 * sign by lines of their own. Implementations are thread-safe.
 */
@FunctionalInterface
public interface CallbackSigner {

	/**
	 * The value of {@code X-Twilio-Signature}.
	 * @param path the path of the callback, such as {@code /callbacks/routing}
	 */
	String sign(String path, Map<String, String> form);

}
