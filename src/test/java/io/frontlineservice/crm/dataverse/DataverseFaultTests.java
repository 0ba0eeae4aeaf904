package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.crm.GuardedCrm;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure of Dataverse is never an empty answer, and every call ends in time. */
class DataverseFaultTests {

	private static final Duration BUDGET = Duration.ofMillis(500);

	private final TestDataverse dataverse = new TestDataverse();

	private final String nora = this.dataverse.contact("Nora Lind", this.dataverse.user("ada@example.com"));

	private final CrmAdapter crm = GuardedCrm.adapter(this.dataverse.crm(), new SimpleMeterRegistry());

	@AfterEach
	void close() throws Exception {
		((AutoCloseable) this.crm).close();
		this.dataverse.close();
	}

	@ParameterizedTest
	@EnumSource(CrmFault.class)
	void faultOfTheWholeOrgIsAnOutage(CrmFault fault) {
		this.dataverse.server().faults().change(fault, true);
		assertOutage();
	}

	@ParameterizedTest
	@MethodSource("brokenReplies")
	void replyThatCannotBeReadIsAnOutage(CrmReply reply) {
		this.dataverse.server().faults().answer((request) -> request.path().contains("/contacts"), 100, reply);
		assertOutage();
	}

	static Stream<CrmReply> brokenReplies() {
		return Stream.of(CrmReply.text(200, "text/html", "<html>Log in to Dataverse</html>"),
				CrmReply.text(200, "application/json", "{\"value\": [{\"contactid\""),
				CrmReply.text(200, "application/json", ""), CrmReply.text(200, "application/json", "[]"),
				CrmReply.json(200, Map.of("value", Map.of())),
				CrmReply.text(302, "text/html", "").with("Location", "http://localhost:1/login"),
				CrmReply.json(500, Map.of("error", Map.of("code", "0x80040216", "message", "oops"))),
				CrmReply.text(503, "text/html", "Down for maintenance"));
	}

	@Test
	void customersAreBackAfterTheFault() {
		this.dataverse.server().faults().change(CrmFault.DEAD, true);
		assertOutage();
		this.dataverse.server().faults().clear();
		// A token is not fetched in the second after a failure.
		await().ignoreExceptionsInstanceOf(CrmUnavailableException.class)
			.until(() -> this.crm.byId(id(this.nora), soon()).isPresent());
	}

	private void assertOutage() {
		List<Consumer<CrmAdapter>> calls = List.of((crm) -> crm.list(audience("ada@example.com"), "", null, 30, soon()),
				(crm) -> crm.list(audience("ada@example.com"), "nora", null, 30, soon()),
				(crm) -> crm.byId(id(this.nora), soon()), (crm) -> crm.byAddress(sms("+14155550101"), soon()));
		for (Consumer<CrmAdapter> call : calls) {
			long start = System.nanoTime();
			assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> call.accept(this.crm));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BUDGET.plusSeconds(2));
		}
	}

	private static Deadline soon() {
		return Deadline.in(BUDGET);
	}

}
