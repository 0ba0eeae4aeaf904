package io.frontlineservice.worker;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the directory says about a worker as a person. Part of a {@link Worker}.
 * Immutable.
 *
 * @param displayName the name that customers see, in one line; a name that contains
 * {@code @} becomes null, so that customers do not see the address a worker signs in with
 * @param avatar the absolute URL of a picture
 * @param language the language of the worker's messages
 * @param timeZone the time zone of the worker
 * @param workingHours the working hours in that time zone; null if they are unknown
 */
public record Profile(@Nullable String displayName, @Nullable String avatar, @Nullable Locale language,
		@Nullable ZoneId timeZone, @Nullable WorkingHours workingHours) {

	/** The profile of a worker without any data. */
	public static final Profile UNKNOWN = new Profile(null, null, null, null, null);

	public Profile {
		displayName = (displayName == null || displayName.indexOf('@') >= 0) ? null : displayName;
	}

}
