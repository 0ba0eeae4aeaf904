package io.frontlineservice.worker;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the directory knows about a worker as a person. Part of a {@link Worker}; used for
 * what customers are shown of them, and for whom a message reaches when. Immutable.
 *
 * @param displayName the name, in one line; an address is none, for customers are not
 * given the one by which a worker signs in
 * @param avatar the absolute web address of a picture
 * @param language the language in which the worker writes
 * @param timeZone the region in whose time the worker lives
 * @param workingHours when the worker works, in that time
 */
public record Profile(@Nullable String displayName, @Nullable String avatar, @Nullable Locale language,
		@Nullable ZoneId timeZone, @Nullable WorkingHours workingHours) {

	/** The profile of somebody of whom nothing is known. */
	public static final Profile UNKNOWN = new Profile(null, null, null, null, null);

	public Profile {
		displayName = (displayName == null || displayName.indexOf('@') >= 0) ? null : displayName;
	}

}
