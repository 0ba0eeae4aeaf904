package io.frontlineservice.crm.pipedrive;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.AwkwardCustomers;
import io.frontlineservice.crm.RenumberedCrm;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 1,003 persons with awkward names, numbers and owners. */
class AwkwardPersonsTests {

	private static final List<CrmCustomer> CUSTOMERS = AwkwardCustomers.all();

	private static TestPipedrive pipedrive;

	private static CrmAdapter crm;

	@BeforeAll
	static void start() {
		pipedrive = new TestPipedrive();
		crm = new RenumberedCrm(pipedrive.crm(pipedrive.settings(TestPipedrive.FIELDS)), pipedrive.add(CUSTOMERS));
	}

	@AfterAll
	static void stop() {
		pipedrive.close();
	}

	@Test
	void eachIsListedOnceForEveryAudience() {
		for (Audience audience : List.of(Audience.EVERYONE, audience(ADA), audience(BEN), audience(ADA, BEN))) {
			assertThat(new Walk(crm, audience, "").idsInPagesOf(301))
				.containsExactlyInAnyOrderElementsOf(ids(having(audience::maySee)));
		}
	}

	@Test
	void personIsFoundByItsIdAsItIs() {
		for (int i = 0; i < CUSTOMERS.size(); i += 3) {
			CrmCustomer customer = CUSTOMERS.get(i);
			CrmCustomer found = crm.byId(customer.id(), Walk.soon()).orElseThrow();
			assertThat(found.name()).isEqualTo(customer.name());
			assertThat(found.owners()).isEqualTo(customer.owners());
			assertThat(found.company()).isEqualTo(customer.company());
			assertThat(found.emails()).isEqualTo(customer.emails());
			assertThat(found.channels()).containsExactlyInAnyOrderElementsOf(customer.channels());
		}
	}

	@Test
	void addressFindsExactlyThePersonsWithIt() {
		Map<Address, Set<String>> expected = new HashMap<>();
		for (CrmCustomer customer : CUSTOMERS) {
			for (Channel channel : customer.channels()) {
				expected.computeIfAbsent(comparable(channel.toAddress()), (it) -> new HashSet<>())
					.add(customer.id().value());
			}
		}
		assertThat(expected).hasSizeGreaterThan(500);
		// Each takes three calls.
		expected.entrySet()
			.stream()
			.filter((it) -> it.getKey().hashCode() % 40 == 0)
			.forEach((it) -> assertThat(ids(crm.byAddress(it.getKey(), Walk.soon())))
				.containsExactlyInAnyOrderElementsOf(it.getValue()));
	}

	private static Address comparable(Address address) {
		String number = address.comparableNumber();
		return (number != null) ? sms(number) : address;
	}

	private static List<CrmCustomer> having(Predicate<CrmCustomer> condition) {
		return CUSTOMERS.stream().filter(condition).toList();
	}

}
