package io.frontlineservice.twilio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The URLs of the callbacks that the operator enters in Twilio's console. Used by the
 * doctor's examinations, and for what the service says when it is ready. Immutable.
 */
public final class CallbackUrls {

	private static final Pattern URL = Pattern
		.compile("(?<start>\\w+://)?([^/?#]*@)?(?<place>[^?#]*)(?<secret>[?#].*)?");

	private static final String CONVERSATIONS = ConsoleField.CONVERSATIONS.path();

	private final PublicUrl publicUrl;

	CallbackUrls(PublicUrl publicUrl) {
		this.publicUrl = publicUrl;
	}

	/** Returns the URLs of a configuration; empty if its public URL is invalid. */
	public static Optional<CallbackUrls> in(Environment environment) {
		return TwilioCheck.publicUrl(environment).map(CallbackUrls::new);
	}

	/** Returns the URL of both webhooks of Conversations. */
	public String conversations() {
		return this.publicUrl.candidates(CONVERSATIONS, null).iterator().next();
	}

	/** Returns whether this service can verify webhooks that are sent to that URL. */
	public boolean isConversations(@Nullable String url) {
		return url != null && this.publicUrl.candidates(CONVERSATIONS, null).contains(url);
	}

	/** Returns the URL of a callback for messages, without the user info. */
	public String shown(String path) {
		return this.publicUrl + path;
	}

	/** Returns whether {@link #shown} leaves out a user and a password. */
	public boolean hasUserInfo() {
		return !this.publicUrl.userInfo().isEmpty();
	}

	/** Returns whether only this machine can reach the URLs. */
	public boolean areLocal() {
		return this.publicUrl.isLoopback();
	}

	/** Returns whether the doctor, not Twilio, sent a callback for this worker. */
	public static boolean isFromDoctor(@Nullable String worker) {
		return PublicUrlProbe.WORKER.equals(worker);
	}

	/** Returns any URL without its secrets: user info, query and fragment. */
	public static String withoutSecrets(@Nullable String url) {
		Matcher matcher = URL.matcher((url != null) ? url : "");
		if (url == null || url.isBlank() || !matcher.matches()) {
			return "(none)";
		}
		String start = Optional.ofNullable(matcher.group("start")).orElse("");
		return start + matcher.group("place") + ((matcher.group("secret") != null) ? "?..." : "");
	}

}
