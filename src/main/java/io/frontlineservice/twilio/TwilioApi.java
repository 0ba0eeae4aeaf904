package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.UnusableSettingException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server of Twilio's REST API, from {@code frontline.twilio.api-url}; the sandbox
 * replaces it. Immutable.
 *
 * @param url scheme, host and port of a server that receives the requests in place of
 * Twilio; null for Twilio itself
 */
public record TwilioApi(@Nullable URI url) {

	private static final Pattern FORM = Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?/?");

	private static final int LAST_PORT = 65535;

	/**
	 * Parses a setting; a blank one is Twilio itself.
	 * @throws UnusableSettingException if it is not a URL of scheme, host and port alone
	 */
	public static TwilioApi of(String text) {
		String url = text.strip();
		if (url.isEmpty()) {
			return new TwilioApi(null);
		}
		URI uri = FORM.matcher(url).matches() ? URI.create(url) : null;
		if (uri == null || uri.getHost() == null || uri.getPort() > LAST_PORT) {
			throw new UnusableSettingException("must be a URL such as http://localhost:8090, without a path");
		}
		return new TwilioApi(uri);
	}

}
