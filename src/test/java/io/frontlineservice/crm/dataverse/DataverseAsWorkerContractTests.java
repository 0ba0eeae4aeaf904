package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.CrmListContract;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.Worker;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Dataverse keeps the promises of the port also while it acts as a worker, here one with
 * whom all customers are shared. The requests are those of
 * {@link DataverseContractTests}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DataverseAsWorkerContractTests extends CrmListContract {

	private static final Worker MANAGER = worker("manager@example.com");

	private final StoredContacts contacts = new StoredContacts();

	DataverseAsWorkerContractTests() {
		this.contacts.dataverse().set("act-as", "worker").user("manager@example.com");
	}

	@AfterAll
	void close() {
		this.contacts.close();
	}

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		return this.contacts.renumbered(this.contacts.crm(customers).actingAs(MANAGER));
	}

	@Test
	void customerIsFoundByIdAndNumberRegardlessOfOwner() {
		CrmAdapter adapter = adapterOf(List.of(at(customer("1", "Nora Lind", ADA), sms("+14155550101")),
				at(customer("2", "Ann Hill"), whatsApp("+14155550101")), customer("3", "Otto Frey", ADA)));
		for (CrmCustomer wanted : Walk.all(adapter).inPagesOf(10)) {
			assertThat(adapter.byId(wanted.id(), Walk.soon())).map(CrmCustomer::name).contains(wanted.name());
		}
		assertThat(ids(adapter.byAddress(sms("+14155550101"), Walk.soon()))).containsExactlyInAnyOrder("1", "2");
	}

}
