package io.frontlineservice.text;

import java.util.regex.Pattern;

/**
 * Checks URLs before they are sent to the app. Called for the data of customers and
 * workers. Thread-safe.
 */
public final class WebUrl {

	private static final int LONGEST = 2_048;

	private static final Pattern WEB = Pattern.compile("https?://[^\\s/?#]+\\S*", Pattern.CASE_INSENSITIVE);

	private static final Pattern LINK = Pattern.compile("(https?://[^\\s/?#]+|(tel|mailto):)\\S*",
			Pattern.CASE_INSENSITIVE);

	private WebUrl() {
	}

	/** Whether this is an absolute web address. */
	public static boolean isWeb(String url) {
		return url.length() <= LONGEST && WEB.matcher(url).matches();
	}

	/** Whether a phone can open this: a web address, a call or an e-mail. */
	public static boolean isLink(String url) {
		return url.length() <= LONGEST && LINK.matcher(url).matches();
	}

}
