package io.frontlineservice.crm;

import static io.frontlineservice.crm.RemoteCrm.ADA;
import static io.frontlineservice.crm.RemoteCrm.BEN;
import static io.frontlineservice.crm.RemoteCrm.NORAS_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.Management;
import io.frontlineservice.crm.RemoteCallbacks.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is wrong with a CRM over HTTP, the running service answers each callback in
 * time, never with an empty list, and never shows a customer to the wrong worker. The
 * breaker and the answers in memory have a virtual clock.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CrmFaultContract {

	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);

	private static final Duration LONGEST_REFUSAL = Duration.ofMillis(50);

	private static final int REFUSALS = 20;

	private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);

	/** Rate limits and access tokens have real time: they pause for a second. */
	private static final Duration POLL = Duration.ofMillis(150);

	/** Longer than any answer is kept. */
	private static final Duration DAY = Duration.ofHours(25);

	private static final String SHOWN = "list shown, search shown, details shown, templates shown, outgoing shown";

	private static final String NOT_FOUND = "list none, search none, details none, templates none, outgoing none";

	/** Some templates need no customer, for conversations with unknown people. */
	private static final String MISSING_CUSTOMER = NOT_FOUND.replace("templates none", "templates shown");

	private static final String FAILED = "list failed, search failed, details failed, templates failed, "
			+ "outgoing failed";

	/** All but new conversations, which would grant more than the last answer did. */
	private static final String SHOWN_OLD = "list shown, search shown, details shown, templates shown, outgoing failed";

	/** The worker's list is there, without the customer. */
	private static final String NOTHING_KNOWN = "list none, search failed, details failed, templates failed, "
			+ "outgoing failed";

	private static final AtomicInteger LAST_MISSING = new AtomicInteger();

	private final RemoteCrm crm;

	private final RemoteCallbacks callbacks;

	private final Management management;

	CrmFaultContract(RemoteCrm crm, int port, int managementPort) {
		this.crm = crm;
		this.callbacks = new RemoteCallbacks(port);
		this.management = new Management(managementPort);
	}

	/** The first callbacks of a service take longer than the budget of these tests. */
	@BeforeAll
	void warmUp() {
		await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO).until(() -> {
			VirtualTimeGuard.pass(DAY);
			return seen(ADA, this.crm.nora()).equals(SHOWN);
		});
	}

	@BeforeEach
	void forgetAnswers() {
		VirtualTimeGuard.pass(DAY);
	}

	@AfterEach
	void everythingWorksAfterTheFault() throws IOException {
		this.crm.recover();
		this.crm.noraBelongsTo(ADA);
		VirtualTimeGuard.pass(DAY);
		awaitRecovery();
		assertThat(seen(ADA, this.crm.nora())).isEqualTo(SHOWN);
	}

	@ParameterizedTest
	@EnumSource
	void faultIsAnsweredInTime(RemoteFault fault) throws Exception {
		fault.begin(this.crm);
		CompletableFuture<Answer> name = this.callbacks.name(NORAS_NUMBER);
		CompletableFuture<List<Answer>> details = this.callbacks.details(ADA, missing(CrmBreaker.CALLS));
		assertThat(this.callbacks.all(ADA, this.crm.nora(), NORAS_NUMBER)).allSatisfy(CrmFaultContract::assertOutage);
		assertThat(details.join()).allSatisfy(CrmFaultContract::assertOutage);
		assertThat(name.join()).satisfies((it) -> {
			assertThat(it.status()).isEqualTo(200);
			assertThat(it.body()).isEqualTo("{\"friendly_name\":\"" + NORAS_NUMBER + "\"}");
			assertThat(it.time()).isLessThan(LONGEST_ANSWER);
		});
		if (fault.opensBreaker()) {
			openBreaker();
			assertRefusedAtOnce();
		}
		assertThat(lastError()).isIn(fault.errors());
	}

	@Test
	void customersAreShownToTheirWorkersOnlyInEachState() throws Exception {
		String nora = this.crm.nora();
		assertThat(seen(ADA, nora)).isEqualTo(SHOWN);
		assertThat(seen(BEN, nora)).isEqualTo(NOT_FOUND);
		assertThat(seen(BEN, missing())).isEqualTo(MISSING_CUSTOMER);
		goDown(Duration.ofMinutes(2));
		assertThat(seen(ADA, nora)).isEqualTo(SHOWN_OLD);
		assertThat(seen(BEN, nora)).isEqualTo(seen(BEN, missing())).isEqualTo(NOTHING_KNOWN);
		goDown(DAY);
		assertThat(seen(ADA, nora)).isEqualTo(FAILED);
		assertThat(seen(BEN, nora)).isEqualTo(seen(BEN, missing())).isEqualTo(FAILED);
	}

	@Test
	void newOwnerTakesEffectAlsoInAnOutage() throws Exception {
		String nora = this.crm.nora();
		assertThat(seen(ADA, nora)).isEqualTo(SHOWN);
		assertThat(seen(BEN, nora)).isEqualTo(NOT_FOUND);
		this.crm.noraBelongsTo(BEN);
		VirtualTimeGuard.pass(Duration.ofMinutes(1));
		assertThat(seen(ADA, nora)).isEqualTo(NOT_FOUND);
		assertThat(seen(BEN, nora)).isEqualTo(SHOWN);
		goDown(Duration.ofMinutes(2));
		assertThat(seen(ADA, nora)).isEqualTo(seen(ADA, missing())).isEqualTo(NOTHING_KNOWN);
		assertThat(seen(BEN, nora)).isEqualTo(SHOWN_OLD);
		goDown(DAY);
		assertThat(seen(ADA, nora)).isEqualTo(FAILED);
		assertThat(seen(BEN, nora)).isEqualTo(FAILED);
	}

	private static void assertOutage(Answer answer) {
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.body()).contains("cannot be looked up right now");
		assertThat(answer.time()).isLessThan(LONGEST_ANSWER);
	}

	private void goDown(Duration later) throws IOException {
		VirtualTimeGuard.pass(later);
		this.crm.reset();
	}

	/** On a busy machine, late calls may have had too little time to count. */
	private void openBreaker() throws Exception {
		for (int round = 0; round < 3 && !isBreakerOpen(); round++) {
			assertThat(this.callbacks.details(ADA, missing(CrmBreaker.CALLS)).join())
				.allSatisfy(CrmFaultContract::assertOutage);
		}
		assertThat(isBreakerOpen()).isTrue();
	}

	/** On a busy machine, some answers are late for want of a processor. */
	private void assertRefusedAtOnce() {
		assertThat(Stream.generate(() -> this.callbacks.list(ADA))
			.limit(REFUSALS)
			.peek(CrmFaultContract::assertOutage)
			.anyMatch((it) -> it.time().compareTo(LONGEST_REFUSAL) < 0)).isTrue();
	}

	private void awaitRecovery() {
		AtomicReference<Duration> time = new AtomicReference<>(Duration.ZERO);
		await().atMost(Duration.ofSeconds(6)).pollDelay(Duration.ZERO).pollInterval(POLL).until(() -> {
			VirtualTimeGuard.pass(CrmBreaker.OPEN);
			time.set(time.get().plus(CrmBreaker.OPEN));
			List<Answer> probes = this.callbacks.details(ADA, missing(CrmBreaker.PROBES)).join();
			return probes.stream().allMatch((it) -> it.status() == 404) && !isBreakerOpen();
		});
		assertThat(time.get()).isLessThanOrEqualTo(LONGEST_RECOVERY);
	}

	private boolean isBreakerOpen() throws IOException, InterruptedException {
		return this.management.get("/crm").contains("\"breaker\":\"open\"");
	}

	private String lastError() throws IOException, InterruptedException {
		return this.management.get("/crm").replaceFirst(".*\"error\":\"(\\w+)\".*", "$1");
	}

	private String missing() {
		return this.crm.missing(LAST_MISSING.incrementAndGet());
	}

	private List<String> missing(int count) {
		return Stream.generate(this::missing).limit(count).toList();
	}

	private String seen(String worker, String id) {
		return this.callbacks.seen(worker, id, NORAS_NUMBER);
	}

}
