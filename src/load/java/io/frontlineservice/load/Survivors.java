package io.frontlineservice.load;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.work.TestStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The conversations in the store of a killed process. Used by {@link InboundRun}.
 */
final class Survivors {

	private final Set<String> conversations;

	/** Reads the store at this URL, which no process has open any more. */
	Survivors(String url) {
		try (HikariDataSource store = TestStore.open(url)) {
			this.conversations = new HashSet<>(
					JdbcClient.create(store).sql("select sid from conversation").query(String.class).list());
		}
	}

	/** The number of these conversations that are not in the store. */
	long missing(Collection<String> conversationSids) {
		return conversationSids.stream().filter((sid) -> !this.conversations.contains(sid)).count();
	}

}
