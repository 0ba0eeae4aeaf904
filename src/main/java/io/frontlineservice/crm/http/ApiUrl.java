package io.frontlineservice.crm.http;

import io.frontlineservice.diagnosis.UnusableSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The URL below which a CRM's API is, from the settings of an adapter. Requests are sent
 * nowhere else. Immutable.
 *
 * @param base scheme, host, port and perhaps a path, without a slash at the end
 */
public record ApiUrl(String base) {

	private static final Pattern FORM = Pattern
		.compile("https?://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*");

	private static final Pattern LOOPBACK = Pattern
		.compile("http://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])([:/].*)?");

	private static final int LAST_PORT = 65535;

	/**
	 * Parses a setting.
	 * @throws UnusableSettingException if it is not a URL, or not of HTTPS although it is
	 * on another machine
	 */
	public static ApiUrl of(String text) {
		String url = text.strip().replaceFirst("/+$", "");
		if (!FORM.matcher(url).matches() || URI.create(url).getHost() == null
				|| URI.create(url).getPort() > LAST_PORT) {
			throw new UnusableSettingException("must be a URL such as https://api.example.com");
		}
		if (!url.startsWith("https:") && !LOOPBACK.matcher(url).matches()) {
			throw new UnusableSettingException("must begin with https://, because credentials are sent there");
		}
		return new ApiUrl(url);
	}

	/**
	 * Returns the absolute URL of a request.
	 * @throws CrmErrorException if it is not below this URL: a link in an answer must not
	 * send the credentials elsewhere
	 */
	URI resolve(String url) {
		String absolute = url.startsWith("/") ? this.base + url : url;
		try {
			if (absolute.startsWith(this.base + "/")) {
				return new URI(absolute);
			}
		}
		catch (URISyntaxException ex) {
			throw CrmErrorException.unreadable();
		}
		throw new CrmErrorException(ErrorClass.UNREADABLE, "The answer of the CRM links to another server");
	}

}
