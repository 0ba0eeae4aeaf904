package io.frontlineservice.crm.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an error of a CRM's API means, whatever the vendor calls it. Decided by
 * {@link ApiDialect}; by the name in lower case, the metrics count it.
 */
public enum ErrorClass {

	/** What was asked for does not exist. */
	NOT_FOUND,

	/** The credentials are wrong, or no longer valid. */
	CREDENTIALS,

	/** The credentials do not permit this. */
	PERMISSION,

	/** Too many calls. */
	RATE_LIMITED,

	/** The request is wrong: a mistake in the adapter or in the field mapping. */
	INVALID_REQUEST,

	/** The CRM is down, cannot be reached, or did not answer in time. */
	UNAVAILABLE,

	/** The answer is not what this API answers, such as a login page. */
	UNREADABLE;

	/**
	 * Returns the usual meaning of an HTTP status; null if it is a success. A redirect is
	 * unreadable, because redirects are not followed.
	 */
	public static @Nullable ErrorClass ofStatus(int status) {
		if (status >= 200 && status < 300) {
			return null;
		}
		return switch (status) {
			case 401 -> CREDENTIALS;
			case 403 -> PERMISSION;
			case 404 -> NOT_FOUND;
			case 429 -> RATE_LIMITED;
			case 408, 423, 425 -> UNAVAILABLE;
			default -> (status < 400) ? UNREADABLE : (status < 500) ? INVALID_REQUEST : UNAVAILABLE;
		};
	}

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
