package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.rowIds;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.GuardedCrm;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * While the CRM does not answer, no request shows a worker a customer that its last
 * answers did not show. A customer that the worker may not see looks like one that does
 * not exist.
 */
class OutageVisibilityTests {

	private static final String NORA = "nora";

	private static final String OTTO = "otto";

	private static final String MISSING = "missing";

	private static final String SHOWN = "list shown, page shown, search shown, anchor shown, details shown, "
			+ "templates shown, outgoing shown";

	private static final String NOT_FOUND = "list none, page none, search none, anchor none, details none, "
			+ "templates none, outgoing none";

	private static final String FAILED = "list failed, page failed, search failed, anchor failed, details failed, "
			+ "templates failed, outgoing failed";

	/** All but new conversations, which would grant more than the last answer did. */
	private static final String SHOWN_OLD = "list shown, page shown, search shown, anchor shown, details shown, "
			+ "templates shown, outgoing failed";

	/** The worker's list is there, without the customer. */
	private static final String NOTHING_KNOWN = "list none, page none, search failed, anchor failed, details failed, "
			+ "templates failed, outgoing failed";

	private final AtomicLong nanos = new AtomicLong();

	private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

	private final FakeCrm crm = new FakeCrm().cached().onCall(() -> {
		if (this.failure.get() != null) {
			throw this.failure.get();
		}
	});

	/** The workers in an open conversation with Nora. */
	private final Set<String> inConversationWithNora = new HashSet<>();

	private final CustomerService service = TestServices.of(GuardedCrm.adapter(this.crm, this.nanos::get),
			WorkerDirectory.empty(), (worker, customerId, deadline) -> customerId.value().equals(NORA)
					&& this.inConversationWithNora.contains(worker.identity().written()));

	OutageVisibilityTests() {
		noraBelongsTo(ADA);
	}

	@Test
	void crmThatAnswers() {
		assertThat(seen(ADA, NORA)).isEqualTo(SHOWN);
		assertThat(seen(ADA, OTTO)).isEqualTo(seen(ADA, MISSING)).isEqualTo(NOT_FOUND);
		assertThat(seen(BEN, OTTO)).isEqualTo(SHOWN);
		assertThat(seen(BEN, NORA)).isEqualTo(seen(BEN, MISSING)).isEqualTo(NOT_FOUND);
	}

	@Test
	void outageWithoutEarlierAnswers() {
		goDown();
		assertThat(seen(ADA, NORA)).isEqualTo(FAILED);
		assertThat(seen(ADA, OTTO)).isEqualTo(FAILED);
		assertThat(seen(ADA, MISSING)).isEqualTo(FAILED);
	}

	@Test
	void outageAfterAnswers() {
		allAsk();
		goDown();
		assertThat(seen(ADA, NORA)).isEqualTo(SHOWN_OLD);
		assertThat(seen(ADA, OTTO)).isEqualTo(seen(ADA, MISSING)).isEqualTo(NOTHING_KNOWN);
		assertThat(seen(BEN, OTTO)).isEqualTo(SHOWN_OLD);
		assertThat(seen(BEN, NORA)).isEqualTo(seen(BEN, MISSING)).isEqualTo(NOTHING_KNOWN);
	}

	@Test
	void workerWhoDidNotAskBeforeTheOutageSeesNothing() {
		seen(ADA, NORA);
		goDown();
		assertThat(seen(BEN, OTTO)).isEqualTo(FAILED);
		assertThat(seen(BEN, NORA)).isEqualTo(seen(BEN, MISSING)).isEqualTo(FAILED);
	}

	@Test
	void singleFailuresOfACrmThatAnswersShowOldNamesOnly() {
		allAsk();
		pass(Duration.ofMinutes(2));
		list("other", "", null, null);
		this.failure.set(new CrmBusyException());
		String oldNames = "list shown, page shown, search shown, anchor failed, details failed, templates failed, "
				+ "outgoing failed";
		assertThat(seen(ADA, NORA)).isEqualTo(oldNames);
		assertThat(seen(ADA, OTTO)).isEqualTo(seen(ADA, MISSING)).isEqualTo(NOTHING_KNOWN);
		assertThat(seen(BEN, OTTO)).isEqualTo(oldNames);
		assertThat(seen(BEN, NORA)).isEqualTo(seen(BEN, MISSING)).isEqualTo(NOTHING_KNOWN);
	}

	@Test
	void newOwnerTakesEffectWithinAMinute() {
		allAsk();
		noraBelongsTo(BEN);
		pass(Duration.ofSeconds(60));
		assertThat(seen(ADA, NORA)).isEqualTo(seen(ADA, MISSING)).isEqualTo(NOT_FOUND);
		assertThat(seen(BEN, NORA)).isEqualTo(SHOWN);
	}

	@Test
	void outageAfterAChangeOfTheOwner() {
		newOwnerTakesEffectWithinAMinute();
		goDown();
		assertThat(seen(ADA, NORA)).isEqualTo(seen(ADA, MISSING)).isEqualTo(NOTHING_KNOWN);
		assertThat(seen(BEN, NORA)).isEqualTo(SHOWN_OLD);
	}

	@Test
	void outageAfterOnlyTheNewOwnerHasAsked() {
		allAsk();
		noraBelongsTo(BEN);
		pass(Duration.ofSeconds(60));
		list(BEN, "", null, null);
		goDown();
		assertThat(seen(ADA, NORA)).isEqualTo(seen(ADA, MISSING)).isEqualTo(NOTHING_KNOWN);
		assertThat(seen(BEN, NORA)).isEqualTo(NOTHING_KNOWN.replace("list none", "list shown"));
	}

	@Test
	void ownerThatChangesDuringTheOutage() {
		allAsk();
		goDown();
		noraBelongsTo(BEN);
		assertThat(seen(ADA, NORA)).isEqualTo(SHOWN_OLD);
		assertThat(seen(BEN, NORA)).isEqualTo(seen(BEN, MISSING)).isEqualTo(NOTHING_KNOWN);
	}

	@Test
	void conversationsGrantAndRevokeDuringTheOutage() {
		allAsk();
		goDown();
		this.inConversationWithNora.add(BEN);
		assertThat(seen(BEN, NORA)).isEqualTo("list none, page none, search failed, anchor failed, details shown, "
				+ "templates shown, outgoing failed");
		this.inConversationWithNora.clear();
		assertThat(seen(BEN, NORA)).isEqualTo(seen(BEN, MISSING)).isEqualTo(NOTHING_KNOWN);
	}

	@Test
	void detailsSayHowOldTheyAre() {
		Customer card = new Customer(NORA, "Nora Lind", null, null, new Detail("Notes", "Likes tea"), null);
		this.crm.change(TestCustomers.withCard(card, null, List.of(), ADA));
		assertThat(details()).isEqualTo(new Detail("Notes", "Likes tea"));
		goDown();
		assertThat(details()).isEqualTo(new Detail("Notes",
				"This information is 2 minutes old, because the CRM does not answer now.\n\nLikes tea"));
		pass(Duration.ofHours(5));
		assertThat(details().content()).startsWith("This information is 5 hours old,");
	}

	@Test
	void detailsWithoutATextSayHowOldTheyAre() {
		details();
		goDown();
		assertThat(details()).isEqualTo(
				new Detail("Not current", "This information is 2 minutes old, because the CRM does not answer now."));
	}

	private Detail details() {
		return this.service.details(worker(ADA), id(NORA), soon()).details();
	}

	private void noraBelongsTo(String owner) {
		this.crm.change(customer("a", "Ada's first", ADA), customer("b", "Ben's first", BEN),
				customer(NORA, "Nora Lind", owner), customer(OTTO, "Otto Frey", BEN), customer("y", "Ada's last", ADA),
				customer("z", "Ben's last", BEN));
	}

	/** Both workers send all requests while the CRM answers. */
	private void allAsk() {
		for (String customerId : List.of(NORA, OTTO, MISSING)) {
			seen(ADA, customerId);
			seen(BEN, customerId);
		}
	}

	private void goDown() {
		pass(Duration.ofMinutes(2));
		this.failure.set(new CrmUnavailableException("down", null));
	}

	private void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	/** What each request shows of a customer. */
	private String seen(String worker, String customerId) {
		String name = customerId.equals(NORA) ? "Nora" : customerId.equals(OTTO) ? "Otto" : "Missing";
		return String.join(", ", "list " + outcome(() -> has(list(worker, "", null, null), customerId)),
				"page " + outcome(() -> has(secondPage(worker), customerId)),
				"search " + outcome(() -> has(list(worker, name, null, null), customerId)),
				"anchor " + outcome(() -> !list(worker, "", null, customerId).customers().isEmpty()),
				"details " + outcome(() -> isShown(this.service.details(worker(worker), id(customerId), soon()))),
				"templates " + outcome(() -> this.service.find(worker(worker), id(customerId), soon()).isPresent()),
				"outgoing " + outcome(() -> isShown(this.service.customer(worker(worker), id(customerId), soon()))));
	}

	private static String outcome(BooleanSupplier request) {
		try {
			return request.getAsBoolean() ? "shown" : "none";
		}
		catch (CustomerNotFoundException ex) {
			return "none";
		}
		catch (CrmUnavailableException ex) {
			return "failed";
		}
	}

	private static boolean isShown(Object customer) {
		return customer != null;
	}

	private static boolean has(CustomerList list, String customerId) {
		return rowIds(list).contains(customerId);
	}

	/** The page with the second to fourth customers of the worker. */
	private CustomerList secondPage(String worker) {
		String token = list(worker, "", null, null, 1).nextPageToken();
		return list(worker, "", token, null, 3);
	}

	private CustomerList list(String worker, String search, String token, String anchor) {
		return list(worker, search, token, anchor, 10);
	}

	private CustomerList list(String worker, String search, String token, String anchor, int pageSize) {
		return this.service.list(new CustomersRequest(worker(worker), identity(worker), search, pageSize, token,
				(anchor != null) ? id(anchor) : null), soon());
	}

}
