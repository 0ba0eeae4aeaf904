package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.rowIds;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.address.Address;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each request of a worker asks the CRM as that worker, and what the CRM shows is still
 * subject to the visibility rule.
 */
class ActingAsWorkerTests {

	private static final Address NUMBER = sms("+14155550101");

	private static final CrmCustomer NORA = at(customer("1", "Nora", ADA), NUMBER);

	private static final CrmCustomer OTTO = at(customer("2", "Otto", BEN), NUMBER);

	private static final CrmCustomer CARLA = at(customer("3", "Carla", BEN), NUMBER);

	/** Shares Nora and Carla with Ada, and Otto and Carla with Ben. */
	private final CrmAdapter crm = new FakeCrm() {
		@Override
		public CrmAdapter actingAs(Worker worker) {
			return Map.of(worker(ADA), new FakeCrm(NORA, CARLA), worker(BEN), new FakeCrm(OTTO, CARLA)).get(worker);
		}
	}.onCall(() -> {
		throw new AssertionError("The CRM was not asked as the worker");
	});

	private final CustomerService service = TestServices.of(this.crm, WorkerDirectory.empty(), Visibility.EVERYONE);

	@Test
	void listHasWhatTheCrmSharesWithTheWorker() {
		assertThat(list(ADA, null)).containsExactly("1", "3");
		assertThat(list(BEN, null)).containsExactly("2", "3");
		assertThat(list(ADA, "1")).containsExactly("3");
	}

	@Test
	void detailsAreThoseThatTheCrmSharesWithTheWorker() {
		assertThat(this.service.details(worker(ADA), id("3"), soon()).details().content())
			.isEqualTo("Also at this number: Nora");
		assertThat(this.service.customer(worker(BEN), id("2"), soon()).name()).isEqualTo("Otto");
		assertThatExceptionOfType(CustomerNotFoundException.class)
			.isThrownBy(() -> this.service.details(worker(ADA), id("2"), soon()));
	}

	@Test
	void visibilityRuleIsNotWidened() {
		CustomerService own = TestServices.of(this.crm, WorkerDirectory.empty(), Visibility.OWNER);
		assertThatExceptionOfType(CustomerNotFoundException.class)
			.isThrownBy(() -> own.details(worker(ADA), id("3"), soon()));
	}

	private List<String> list(String identity, String anchor) {
		return rowIds(this.service.list(new CustomersRequest(worker(identity), worker(identity).identity(), "", 30,
				null, (anchor != null) ? id(anchor) : null), soon()));
	}

}
