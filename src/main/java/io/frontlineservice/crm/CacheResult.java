package io.frontlineservice.crm;

import java.util.Locale;

/**
 * Where an answer came from, by the name that the metric uses. Used by
 * {@link CacheMeters}.
 */
enum CacheResult {

	/** From memory, without a call. */
	HIT,

	/** From a call. */
	MISS,

	/** From an equal call that another callback made at the same time. */
	SHARED,

	/** From memory, after a call failed. */
	STALE;

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
