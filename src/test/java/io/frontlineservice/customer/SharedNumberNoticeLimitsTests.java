package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.withCard;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.limit.AnswerLimit;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The notice about a shared number does not delay, enlarge or break the details. */
class SharedNumberNoticeLimitsTests {

	private static final Address NUMBER = sms("+14155550101");

	private static final CrmCustomer NORA = at(customer("1", "Nora Lind", ADA), NUMBER);

	private static final CrmCustomer JANE = at(customer("2", "Jane Roe", ADA), NUMBER);

	private static final CrmCustomer BENS = at(customer("3", "Otto Frey", BEN), NUMBER);

	@Test
	void detailsHaveNoNoticeWhileGrantsFail() {
		CustomerService service = TestServices.of(new FakeCrm(NORA, BENS), WorkerDirectory.empty(),
				(worker, id, deadline) -> {
					throw new IllegalStateException();
				});
		assertThat(service.details(worker(ADA), id("1"), soon())).isEqualTo(NORA.card());
	}

	@Test
	void detailsHaveNoNoticeIfLookupFails() {
		for (RuntimeException failure : List.of(new IllegalStateException(),
				new CrmUnavailableException("The CRM limits us", null))) {
			FakeCrm crm = new FakeCrm(NORA, JANE).onAddress(() -> {
				throw failure;
			});
			assertThat(TestServices.of(crm).details(worker(ADA), id("1"), soon())).isEqualTo(NORA.card());
		}
	}

	@ParameterizedTest
	@CsvSource({ "100,1", "60000,2" })
	void numberIsNotLookedUpIfTimeIsShort(long millis, int calls) {
		FakeCrm crm = new FakeCrm(NORA, JANE);
		TestServices.of(crm).details(worker(ADA), id("1"), Deadline.in(Duration.ofMillis(millis)));
		assertThat(crm.calls()).isEqualTo(calls);
	}

	@Test
	void onlyFirstNumbersAreLookedUp() {
		Address[] many = new Address[100];
		for (int i = 0; i < many.length; i++) {
			many[i] = sms("+1415555" + (1000 + i));
		}
		FakeCrm crm = new FakeCrm(at(NORA, many));
		TestServices.of(crm).details(worker(ADA), id("1"), soon());
		assertThat(crm.calls()).isLessThan(10);
	}

	@Test
	void detailsWithNoticeStayBelowLimit() {
		Customer card = NORA.card().withDetails(new Detail("About", "ü".repeat(29_900)));
		Customer answer = TestServices
			.of(new FakeCrm(withCard(card, null, List.of(), ADA), at(customer("2", "n".repeat(5_000), ADA), NUMBER)))
			.details(worker(ADA), id("1"), soon());
		assertThat(new JsonMapper().writeValueAsString(answer).getBytes(StandardCharsets.UTF_8).length)
			.isLessThanOrEqualTo(AnswerLimit.BYTES);
		assertThat(answer.details().content()).contains("Also at this number: nnn").endsWith("…");
	}

}
