package io.frontlineservice.sandbox.pretend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.pretend.wire.Cause.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Tests which action causes an exchange. */
class CausesTests {

	private static final String SID = "CH1";

	private static final Map<String, String> LINA = Map.of("address", "+14155550101");

	private Instant now = Instant.parse("2026-01-02T03:04:05Z");

	private final Causes causes = new Causes(() -> this.now);

	@Test
	void exchangesBeforeFirstActionBelongToStartUp() {
		assertThat(this.causes.of(null).kind()).isEqualTo(Kind.START_UP);
		this.causes.run(Kind.DOCTOR, Map.of(), () -> {
		});
		assertThat(this.causes.of(null).kind()).isEqualTo(Kind.BACKGROUND);
	}

	@Test
	void exchangeOfActionBelongsToIt() {
		Cause cause = this.causes.during(Kind.CUSTOMER_WRITES, LINA, () -> this.causes.of(null));
		assertThat(cause.kind()).isEqualTo(Kind.CUSTOMER_WRITES);
		assertThat(cause.about()).isEqualTo(LINA);
	}

	@Test
	void actionWithinActionIsItsPart() {
		Cause cause = this.causes.during(Kind.CONVERSATION_STARTED, Map.of(),
				() -> this.causes.during(Kind.CUSTOMER_OPENED, Map.of(), () -> this.causes.of(null)));
		assertThat(cause.kind()).isEqualTo(Kind.CONVERSATION_STARTED);
	}

	@Test
	void laterCallBelongsToLastActionInItsConversation() {
		Cause first = write(SID);
		Cause other = write("CH2");
		assertThat(this.causes.of(SID)).isEqualTo(first);
		Cause second = write(SID);
		assertThat(this.causes.of(SID)).isEqualTo(second).isNotEqualTo(first);
		assertThat(this.causes.of("CH2")).isEqualTo(other);
		assertThat(this.causes.of("CH3").kind()).isEqualTo(Kind.BACKGROUND);
	}

	@Test
	void callWithoutConversationDuringOnlyActionBelongsToIt() {
		Cause cause = this.causes.during(Kind.DOCTOR, Map.of(),
				() -> CompletableFuture.supplyAsync(() -> this.causes.of(null)).join());
		assertThat(cause.kind()).isEqualTo(Kind.DOCTOR);
	}

	@Test
	void callWithoutConversationFollowsOnlyRecentConversation() {
		Cause written = write(SID);
		assertThat(this.causes.of(null).kind()).isEqualTo(Kind.BACKGROUND);
		this.causes.of(SID);
		assertThat(this.causes.of(null)).isEqualTo(written);
		this.now = this.now.plus(Causes.RECENT).plusMillis(1);
		assertThat(this.causes.of(null).kind()).isEqualTo(Kind.BACKGROUND);
	}

	@Test
	void callWithoutConversationIsBackgroundWorkWhileSeveralActionsHaveCalls() {
		write(SID);
		write("CH2");
		this.causes.of(SID);
		this.causes.of("CH2");
		assertThat(this.causes.of(null).kind()).isEqualTo(Kind.BACKGROUND);
	}

	@Test
	void eachActionSeparatesBackgroundWork() {
		write(SID);
		Cause before = this.causes.of(null);
		assertThat(this.causes.of(null)).isEqualTo(before);
		Cause action = write(SID);
		assertThat(this.causes.of(null).number()).isGreaterThan(action.number());
	}

	@Test
	void failedActionEnds() {
		CompletableFuture.runAsync(() -> this.causes.run(Kind.DOCTOR, Map.of(), () -> {
			throw new IllegalStateException();
		})).exceptionally((ex) -> null).join();
		assertThat(this.causes.of(null).kind()).isEqualTo(Kind.BACKGROUND);
	}

	private Cause write(String sid) {
		return this.causes.during(Kind.CUSTOMER_WRITES, LINA, () -> this.causes.of(sid));
	}

}
