package io.frontlineservice.crm.snapshot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.rowIds;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerList;
import io.frontlineservice.customer.CustomerService;
import io.frontlineservice.customer.CustomersRequest;
import io.frontlineservice.customer.TestServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Paging through the list returns every remaining customer exactly once, with pages of
 * any size, and while the file changes between them.
 */
class PagingPropertyTests {

	private static final List<String> NAMES = List.of("Ann", "ann", "Ånn", "A\u030Ann", "Łukasz", "李", "Ann Hill", "'",
			"Zoe", "Bo", "Bo-Anne", "\uD83D\uDE00", "1");

	private final AtomicReference<CustomerSnapshot> snapshot = new AtomicReference<>();

	private final CustomerService service = TestServices.of(new SnapshotCrm(this.snapshot::get));

	@Property(tries = 600, seed = "20260301")
	void pagingByTokenReturnsEveryRemainingCustomerOnce(@ForAll("customers") List<CrmCustomer> stay,
			@ForAll Random random) {
		assertThat(staying(walk(stay, random, true, true))).isEqualTo(visible(stay));
	}

	@Property(tries = 600, seed = "20260302")
	void pagingByAnchorReturnsEveryRemainingCustomerOnce(@ForAll("customers") List<CrmCustomer> stay,
			@ForAll Random random) {
		assertThat(staying(walk(stay, random, false, true))).isEqualTo(visible(stay));
	}

	@Property(tries = 200, seed = "20260303")
	void pagingThroughAnUnchangedFileReturnsEveryCustomerOnce(@ForAll("customers") List<CrmCustomer> stay,
			@ForAll Random random) {
		assertThat(walk(stay, random, true, false)).isEqualTo(visible(stay));
		assertThat(walk(stay, random, false, false)).isEqualTo(visible(stay));
	}

	/** The ids on all pages; if changing, the file changes before each page. */
	private List<String> walk(List<CrmCustomer> stay, Random random, boolean byToken, boolean changing) {
		List<String> met = new ArrayList<>();
		List<CrmCustomer> others = changing ? others(random) : List.of();
		String token = null;
		String anchor = null;
		while (true) {
			this.snapshot.set(snapshotOf(stay, others));
			int size = 1 + random.nextInt(5);
			CustomerList page = this.service.list(new CustomersRequest(worker(ADA), identity(ADA), "", size, token,
					(anchor != null) ? id(anchor) : null), soon());
			met.addAll(rowIds(page));
			assertThat(met).hasSizeLessThan(5_000);
			if (page.nextPageToken() == null) {
				return met;
			}
			assertThat(page.customers()).isNotEmpty();
			String last = met.get(met.size() - 1);
			token = byToken ? page.nextPageToken() : null;
			anchor = byToken ? null : last;
			others = changing ? changed(others, byToken ? "" : last, random) : others;
		}
	}

	/** Other customers come, go and change their names; the anchor stays. */
	private static List<CrmCustomer> changed(List<CrmCustomer> others, String anchor, Random random) {
		List<CrmCustomer> changed = new ArrayList<>(others(random));
		others.stream().filter((it) -> it.id().value().equals(anchor)).forEach((it) -> {
			changed.removeIf((other) -> other.id().value().equals(anchor));
			changed.add(it);
		});
		return changed;
	}

	private static List<CrmCustomer> others(Random random) {
		List<CrmCustomer> others = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			if (random.nextBoolean()) {
				String owner = random.nextBoolean() ? ADA : BEN;
				others.add(customer("other" + i, NAMES.get(random.nextInt(NAMES.size())), owner));
			}
		}
		return others;
	}

	private static CustomerSnapshot snapshotOf(List<CrmCustomer> stay, List<CrmCustomer> others) {
		List<CrmCustomer> all = new ArrayList<>(stay);
		all.addAll(others);
		return new CustomerSnapshot(all);
	}

	private static List<String> staying(List<String> met) {
		return met.stream().filter((id) -> !id.startsWith("other")).toList();
	}

	private static List<String> visible(List<CrmCustomer> stay) {
		CustomerSnapshot snapshot = new CustomerSnapshot(stay);
		return snapshot.list(audience(ADA), null, null, 1_000)
			.customers()
			.stream()
			.map((it) -> it.id().value())
			.toList();
	}

	@Provide
	Arbitrary<List<CrmCustomer>> customers() {
		Arbitrary<String> owners = Arbitraries.of(ADA, ADA, BEN, ALL);
		Arbitrary<CrmCustomer> nameless = Combinators.combine(Arbitraries.of(NAMES), owners)
			.as((name, owner) -> customer("", name, owner));
		return nameless.list().ofMaxSize(25).map((all) -> {
			List<CrmCustomer> customers = new ArrayList<>();
			for (int i = 0; i < all.size(); i++) {
				String owner = all.get(i).owners().iterator().next().written();
				customers.add(customer(Integer.toString(i), all.get(i).name(), owner));
			}
			return customers;
		});
	}

}
