package io.frontlineservice.sandbox.pretend.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user: one of Conversations, and once they have signed in one of Frontline too. Kept
 * by {@link Users}. Immutable.
 *
 * @param sid {@code US} and 32 hexadecimal digits
 * @param attributes a JSON text, of Conversations alone
 * @param avatar a URL, of Frontline alone
 * @param signedIn whether Frontline knows them
 * @param active whether they may use Frontline
 * @param available whether they take new conversations
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

	/** As Conversations describes it; null leaves a value as it is. */
	public User described(@Nullable String otherName, @Nullable String otherAttributes, Instant now) {
		return new User(this.sid, this.identity, (otherName != null) ? otherName : this.friendlyName,
				(otherAttributes != null) ? otherAttributes : this.attributes, this.avatar, this.signedIn, this.active,
				this.available, this.createdAt, now);
	}

	/** As Frontline describes it; null leaves a value as it is. */
	public User described(@Nullable String otherName, @Nullable String otherAvatar, @Nullable Boolean isActive,
			@Nullable Boolean isAvailable, Instant now) {
		return new User(this.sid, this.identity, (otherName != null) ? otherName : this.friendlyName, this.attributes,
				(otherAvatar != null) ? otherAvatar : this.avatar, this.signedIn,
				(isActive != null) ? isActive : this.active, (isAvailable != null) ? isAvailable : this.available,
				this.createdAt, now);
	}

}
