package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.UnusableSettingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the URL by which Twilio reaches this service, never decoded: Twilio signs
 * the URL in its console byte for byte. Used by {@link SignatureVerifier} and
 * {@link RequestSigner}. Immutable.
 *
 * @param scheme {@code https} or {@code http}
 * @param userInfo the user info with its {@code @}; or empty
 * @param host the host as configured
 * @param port the port with its colon; or empty
 * @param path the path that the proxy strips, without a slash at its end; or empty
 */
record PublicUrl(String scheme, String userInfo, String host, String port, String path) {

	private static final Pattern FORM = Pattern
		.compile("(?<scheme>https?)://(?<user>[^/?#@\\s]*@)?(?<host>\\[[^]]+]|[^/?#@:\\s]+)(?<port>:[0-9]{1,5})?"
				+ "(?<path>/[^?#\\s]*)?", Pattern.CASE_INSENSITIVE);

	/**
	 * Parses a URL.
	 * @throws UnusableSettingException if it is not the URL of a web server, or has a
	 * query or fragment
	 */
	public static PublicUrl of(String url) {
		Matcher matcher = FORM.matcher(url.strip());
		if (!matcher.matches()) {
			throw new UnusableSettingException(
					"must be a URL such as https://frontline.example.com, without query and fragment");
		}
		String path = orEmpty(matcher.group("path"));
		return new PublicUrl(matcher.group("scheme").toLowerCase(Locale.ROOT), orEmpty(matcher.group("user")),
				matcher.group("host"), orEmpty(matcher.group("port")),
				path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
	}

	/**
	 * Returns the URLs that Twilio may have signed for a request: with and without user
	 * info, with and without a port, with the query as received and as a form would
	 * encode it. Returns up to eight.
	 * @param requestPath the path of the request as received
	 * @param query the query as received, without question mark; null without query
	 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio:
	 * webhooks security</a>
	 */
	Set<String> candidates(String requestPath, @Nullable String query) {
		Set<String> urls = new LinkedHashSet<>();
		for (String users : new String[] { this.userInfo, "" }) {
			for (String ports : new String[] { this.port, this.port.isEmpty() ? defaultPort() : "" }) {
				String start = this.scheme + "://" + users + this.host + ports + this.path + requestPath;
				urls.add((query != null) ? start + "?" + query : start);
				if (query != null) {
					urls.add(start + "?" + asFormWouldEncode(query));
				}
			}
		}
		return urls;
	}

	PublicUrl withScheme(String otherScheme) {
		return new PublicUrl(otherScheme, this.userInfo, this.host, this.port, this.path);
	}

	PublicUrl withPath(String otherPath) {
		return new PublicUrl(this.scheme, this.userInfo, this.host, this.port, otherPath);
	}

	boolean isLoopback() {
		return Set.of("localhost", "127.0.0.1", "[::1]").contains(this.host.toLowerCase(Locale.ROOT));
	}

	private String defaultPort() {
		return this.scheme.equals("https") ? ":443" : ":80";
	}

	/** Twilio's own signer encodes an apostrophe; other clients do not. */
	private static String asFormWouldEncode(String query) {
		StringJoiner encoded = new StringJoiner("&");
		for (String pair : query.split("&", -1)) {
			int equals = pair.indexOf('=');
			String name = reencoded((equals >= 0) ? pair.substring(0, equals) : pair);
			encoded.add((equals >= 0) ? name + "=" + reencoded(pair.substring(equals + 1)) : name);
		}
		return encoded.toString();
	}

	private static String reencoded(String text) {
		try {
			return URLEncoder.encode(URLDecoder.decode(text, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	/** Returns the URL without the user info, which is a secret. */
	@Override
	public String toString() {
		return this.scheme + "://" + this.host + this.port + this.path;
	}

}
