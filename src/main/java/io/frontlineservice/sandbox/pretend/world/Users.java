package io.frontlineservice.sandbox.pretend.world;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All users. Identities are case-sensitive. Called by phones and the REST API.
 * Thread-safe.
 */
public final class Users {

	private final Map<String, User> byIdentity = new LinkedHashMap<>();

	private final InstantSource clock;

	public Users(InstantSource clock) {
		this.clock = clock;
	}

	/** Returns a user, who is created on the first call. */
	public synchronized User getOrCreate(String identity) {
		return this.byIdentity.computeIfAbsent(identity, (it) -> User.of(it, this.clock.instant()));
	}

	/** Changes a user, who is created first if necessary. */
	public synchronized User change(String identity, UnaryOperator<User> change) {
		User changed = change.apply(getOrCreate(identity));
		this.byIdentity.put(identity, changed);
		return changed;
	}

	public synchronized @Nullable User find(String sidOrIdentity) {
		User user = this.byIdentity.get(sidOrIdentity);
		return (user != null) ? user
				: this.byIdentity.values()
					.stream()
					.filter((it) -> it.sid().equals(sidOrIdentity))
					.findFirst()
					.orElse(null);
	}

	public synchronized List<User> all() {
		return List.copyOf(this.byIdentity.values());
	}

	public synchronized void clear() {
		this.byIdentity.clear();
	}

}
