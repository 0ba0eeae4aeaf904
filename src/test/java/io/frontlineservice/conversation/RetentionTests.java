package io.frontlineservice.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.FakeCrm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which conversations are removed after the retention. */
class RetentionTests {

	private static final String SID = "CH" + "0".repeat(32);

	private final TestRoom room = TestRoom.with(new FakeConversations(), new FakeCrm());

	private final JdbcClient store = this.room.bean(JdbcClient.class);

	@AfterEach
	void close() {
		this.room.close();
	}

	/** All values are days ago; an empty value means never. */
	@ParameterizedTest
	@CsvSource({ "31, , , false", "31, 31, , false", "31, 31, , true", "31, , 31, true", "60, 60, 31, true" })
	void endedAndNeverSettledConversationsAreRemovedAfterTheRetention(long seen, Long asked, Long settled,
			boolean closed) {
		conversation(seen, asked, settled, closed);
		this.room.bean(RetentionJob.class).run();
		assertThat(remembered()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "29, 29, , false", "31, 29, , false", "31, 31, 31, false", "31, , 31, false", "31, , 29, true",
			"29, , , false" })
	void openAndRecentConversationsAreKept(long seen, Long asked, Long settled, boolean closed) {
		conversation(seen, asked, settled, closed);
		this.room.bean(RetentionJob.class).run();
		assertThat(remembered()).containsExactly(SID);
	}

	@Test
	void conversationWithPendingWorkIsKept() {
		conversation(31, 31L, null, false);
		this.store.sql("""
				insert into work_request (job, subject, generation, revision, requested_at, not_before, unforeseen)
				values ('settle-conversation', :sid, 1, 1, 0, 0, 0)""").param("sid", SID).update();
		this.room.bean(RetentionJob.class).run();
		assertThat(remembered()).containsExactly(SID);
	}

	private void conversation(long seen, Long asked, Long settled, boolean closed) {
		this.store.sql("""
				insert into conversation (sid, seen_at, routing_asked_at, routing_supposed, settled_at, staffed, closed)
				values (:sid, :seen, :asked, false, :settled, false, :closed)""")
			.param("sid", SID)
			.param("seen", daysAgo(seen))
			.param("asked", daysAgo(asked))
			.param("settled", daysAgo(settled))
			.param("closed", closed)
			.update();
	}

	private static Long daysAgo(Long days) {
		return (days != null) ? System.currentTimeMillis() - Duration.ofDays(days).toMillis() : null;
	}

	private List<String> remembered() {
		return this.store.sql("select sid from conversation").query(String.class).list();
	}

}
