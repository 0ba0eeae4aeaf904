package io.frontlineservice.crm.airtable;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.AwkwardCustomers;
import io.frontlineservice.crm.RenumberedCrm;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.snapshot.CopiedCrm;
import io.frontlineservice.crm.snapshot.CustomerCopies;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 1,003 records with awkward names, numbers and owners: live, and in a copy. */
class AwkwardRecordsTests {

	private static final List<CrmCustomer> CUSTOMERS = AwkwardCustomers.all();

	private static TestAirtable airtable;

	private static CrmAdapter live;

	private static CrmAdapter copied;

	@BeforeAll
	static void start() {
		airtable = new TestAirtable();
		Map<String, String> ids = airtable.add(CUSTOMERS);
		live = new RenumberedCrm(airtable.crm(), ids);
		copied = new RenumberedCrm(new CopiedCrm(CustomerCopies.of(airtable.copy()), Duration.ofHours(24)), ids);
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	@Test
	void eachIsListedOnceForEveryAudience() {
		for (Audience audience : List.of(Audience.EVERYONE, audience(ADA), audience(BEN), audience(ADA, BEN))) {
			List<String> expected = ids(CUSTOMERS.stream().filter(audience::maySee).toList());
			for (CrmAdapter crm : List.of(live, copied)) {
				assertThat(new Walk(crm, audience, "").idsInPagesOf(190)).containsExactlyInAnyOrderElementsOf(expected);
			}
		}
	}

	@Test
	void liveAndCopiedCustomersAreTheSame() {
		for (CrmCustomer customer : some(7)) {
			CrmCustomer found = live.byId(customer.id(), Walk.soon()).orElseThrow();
			assertThat(found.name()).isEqualTo(customer.name());
			assertThat(found.owners()).isEqualTo(customer.owners());
			assertThat(found.channels()).containsExactlyInAnyOrderElementsOf(customer.channels());
			assertThat(copied.byId(customer.id(), Walk.soon())).contains(found);
		}
	}

	@Test
	void addressesFindTheSameLiveAndInACopy() {
		for (CrmCustomer customer : some(23)) {
			customer.channels().forEach((channel) -> {
				List<String> found = ids(live.byAddress(channel.toAddress(), Walk.soon()));
				assertThat(found).contains(customer.id().value())
					.containsExactlyInAnyOrderElementsOf(ids(copied.byAddress(channel.toAddress(), Walk.soon())));
			});
		}
	}

	private static List<CrmCustomer> some(int every) {
		return IntStream.range(0, CUSTOMERS.size()).filter((i) -> i % every == 0).mapToObj(CUSTOMERS::get).toList();
	}

}
