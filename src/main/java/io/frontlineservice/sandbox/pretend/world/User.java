package io.frontlineservice.sandbox.pretend.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user of Conversations, and after the first sign-in of Frontline too. Kept by
 * {@link Users}. Immutable.
 *
 * @param sid {@code US} and 32 hexadecimal digits
 * @param attributes a JSON text, only for Conversations
 * @param avatar a URL, only for Frontline
 * @param signedIn whether the user has signed in to Frontline
 * @param active whether the user may use Frontline
 * @param available whether the user takes new conversations
 */
public record User(String sid, String identity, @Nullable String friendlyName, String attributes,
		@Nullable String avatar, boolean signedIn, boolean active, boolean available, Instant createdAt,
		Instant updatedAt) {

	public static User of(String identity, Instant now) {
		return new User(Sid.next("US"), identity, null, "{}", null, false, true, false, now, now);
	}

	public User signedIn(boolean isAvailable) {
		return new User(this.sid, this.identity, this.friendlyName, this.attributes, this.avatar, true, this.active,
				isAvailable, this.createdAt, this.updatedAt);
	}

	/** Returns this user with the values of Conversations; null keeps a value. */
	public User described(@Nullable String otherName, @Nullable String otherAttributes, Instant now) {
		return new User(this.sid, this.identity, (otherName != null) ? otherName : this.friendlyName,
				(otherAttributes != null) ? otherAttributes : this.attributes, this.avatar, this.signedIn, this.active,
				this.available, this.createdAt, now);
	}

	/** Returns this user with the values of Frontline; null keeps a value. */
	public User described(@Nullable String otherName, @Nullable String otherAvatar, @Nullable Boolean isActive,
			@Nullable Boolean isAvailable, Instant now) {
		return new User(this.sid, this.identity, (otherName != null) ? otherName : this.friendlyName, this.attributes,
				(otherAvatar != null) ? otherAvatar : this.avatar, this.signedIn,
				(isActive != null) ? isActive : this.active, (isAvailable != null) ? isAvailable : this.available,
				this.createdAt, now);
	}

}
