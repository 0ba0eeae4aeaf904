package io.frontlineservice.text;

import java.util.regex.Pattern;

/**
 * Which URLs go to the app. Called for what a file has about customers and workers.
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

	/** Whether this is something a phone may open: the web, a call, an e-mail. */
	public static boolean isLink(String url) {
		return url.length() <= LONGEST && LINK.matcher(url).matches();
	}

}
