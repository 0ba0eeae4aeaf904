package io.frontlineservice.twilio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The URLs of the callbacks, as they have to stand in Twilio's console. Asked by the
 * doctor's examinations. Immutable.
 */
public final class CallbackUrls {

	private static final Pattern URL = Pattern
		.compile("(?<start>\\w+://)?([^/?#]*@)?(?<place>[^?#]*)(?<secret>[?#].*)?");

	private static final String CONVERSATIONS = "/callbacks/conversations";

	private final PublicUrl publicUrl;

	CallbackUrls(PublicUrl publicUrl) {
		this.publicUrl = publicUrl;
	}

	/** The URLs of that configuration; empty if its public URL cannot be used. */
	public static Optional<CallbackUrls> in(Environment environment) {
		return TwilioCheck.publicUrl(environment).map(CallbackUrls::new);
	}

	/** The URL for both webhooks of Conversations. */
	public String conversations() {
		return this.publicUrl.candidates(CONVERSATIONS, null).iterator().next();
	}

	/** Whether webhooks come to us signed as we verify them, if that is their URL. */
	public boolean isConversations(@Nullable String url) {
		return url != null && this.publicUrl.candidates(CONVERSATIONS, null).contains(url);
	}

	/** The URL of a callback by its path, for people to read. */
	public String shown(String path) {
		return this.publicUrl + path;
	}

	/** Any URL without what may be secret in it: the user, the query, the fragment. */
	public static String withoutSecrets(@Nullable String url) {
		Matcher matcher = URL.matcher((url != null) ? url : "");
		if (url == null || url.isBlank() || !matcher.matches()) {
			return "(none)";
		}
		String start = Optional.ofNullable(matcher.group("start")).orElse("");
		return start + matcher.group("place") + ((matcher.group("secret") != null) ? "?..." : "");
	}

}
