package io.frontlineservice.conversation.participant;

import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.work.TestStore;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this package over the store of a test, for tests of other packages. */
public final class StoredParticipants {

	private StoredParticipants() {
	}

	public static KnownParticipants in(JdbcClient store, Clock clock) {
		return new KnownParticipants(store, TestStore.filters(store), hashes(store, clock), clock);
	}

	/** The same hashes for each call with that store. */
	public static PersonHashes hashes(JdbcClient store, Clock clock) {
		InstallationKey key = new InstallationKey(List.of(Secret.of("secret")));
		return new PersonHashes(new PersonKeyring(store, key, clock));
	}

	/**
	 * Lets a service with another auth token use the store, as after a loss of the token.
	 */
	public static void useWithAnotherToken(JdbcClient store, Clock clock) {
		InstallationKey other = new InstallationKey(List.of(Secret.of("other")));
		new PersonHashes(new PersonKeyring(store, other, clock));
	}

}
