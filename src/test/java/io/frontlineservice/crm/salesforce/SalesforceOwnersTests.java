package io.frontlineservice.crm.salesforce;

import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which customers belong to which workers. */
class SalesforceOwnersTests {

	private final TestSalesforce salesforce = new TestSalesforce();

	private final String ada = this.salesforce.user("Ada@example.com");

	private final String ben = this.salesforce.user("ben@example.com");

	private final AtomicLong nanoTime = new AtomicLong();

	@AfterEach
	void close() {
		this.salesforce.close();
	}

	@Test
	void ownerIsTheUserWhoseUsernameIsTheIdentity() {
		String nora = this.salesforce.contact("Nora Lind", this.ada);
		this.salesforce.contact("Zoe Marsh", this.ben);
		SalesforceCrm crm = crm();
		assertThat(seenBy(crm, "ADA@example.com")).containsExactly(nora);
		assertThat(owners(crm, nora)).containsExactly(identity("ada@example.com"));
	}

	@Test
	void usersWithTheSameEmailAreOneWorker() {
		this.salesforce.set("owner-field", "Email");
		String first = this.salesforce.org().insert("User", user("Email", "ada@example.com", true));
		String second = this.salesforce.org().insert("User", user("Email", "ada@example.com", true));
		String nora = this.salesforce.contact("Nora Lind", first);
		String zoe = this.salesforce.contact("Zoe Marsh", second);
		SalesforceCrm crm = crm();
		assertThat(seenBy(crm, "ada@example.com")).containsExactly(nora, zoe);
		assertThat(owners(crm, zoe)).containsExactly(identity("ada@example.com"));
	}

	@Test
	void userWithoutAnIdentityIsNotAWorker() {
		this.salesforce.set("owner-field", "FederationIdentifier");
		String nora = this.salesforce.contact("Nora Lind", this.ada);
		assertThat(owners(crm(), nora)).isEmpty();
		assertThat(seenBy(crm(), "null")).isEmpty();
	}

	@Test
	void inactiveUserIsNotAWorker() {
		String former = this.salesforce.org().insert("User", user("Username", "former@example.com", false));
		String nora = this.salesforce.contact("Nora Lind", former);
		assertThat(seenBy(crm(), "former@example.com")).isEmpty();
		assertThat(owners(crm(), nora)).isEmpty();
	}

	@Test
	void unknownWorkerHasNoCustomersAndCausesNoQueryForThem() {
		this.salesforce.contact("Nora Lind", this.ada);
		assertThat(seenBy(crm(), "stranger@example.com")).isEmpty();
		assertThat(this.salesforce.customerQueries()).isEmpty();
	}

	@Test
	void contactsOfASharedUserOrQueueBelongToEveryone() {
		String queue = this.salesforce.org().insert("Group", Map.of("Name", "Inbound", "Type", "Queue"));
		this.salesforce.set("shared-owners", "BEN@example.com, " + queue.substring(0, 15));
		String ofBen = this.salesforce.contact("Nora Lind", this.ben);
		String ofQueue = this.salesforce.contact("Otto Frey", queue);
		SalesforceCrm crm = crm();
		assertThat(seenBy(crm, "ada@example.com")).containsExactly(ofBen, ofQueue);
		assertThat(seenBy(crm, "stranger@example.com")).containsExactly(ofBen, ofQueue);
		assertThat(owners(crm, ofBen)).containsExactly(CrmCustomer.EVERYONE);
		assertThat(owners(crm, ofQueue)).containsExactly(CrmCustomer.EVERYONE);
	}

	@Test
	void queueThatIsNotSharedIsNotAWorker() {
		String queue = this.salesforce.org().insert("Group", Map.of("Name", "Inbound", "Type", "Queue"));
		String nora = this.salesforce.contact("Nora Lind", queue);
		assertThat(owners(crm(), nora)).isEmpty();
		assertThat(Walk.all(crm()).ids()).containsExactly(nora);
	}

	@Test
	void newOwnerSeesACustomerAtOnce() {
		String nora = this.salesforce.contact("Nora Lind", this.ada);
		SalesforceCrm crm = crm();
		assertThat(seenBy(crm, "ada@example.com")).containsExactly(nora);
		this.salesforce.org().update(nora, Map.of("OwnerId", this.ben));
		assertThat(seenBy(crm, "ada@example.com")).isEmpty();
		assertThat(seenBy(crm, "ben@example.com")).containsExactly(nora);
		assertThat(owners(crm, nora)).containsExactly(identity("ben@example.com"));
	}

	@Test
	void usersAreKeptForTenMinutes() {
		SalesforceCrm crm = crm();
		seenBy(crm, "ada@example.com");
		this.salesforce.org().update(this.ada, Map.of("IsActive", false));
		this.salesforce.contact("Nora Lind", this.ada);
		advance(Duration.ofMinutes(9));
		assertThat(seenBy(crm, "ada@example.com")).hasSize(1);
		advance(Duration.ofMinutes(2));
		assertThat(seenBy(crm, "ada@example.com")).isEmpty();
	}

	@Test
	void newUserIsKnownAfterAMinute() {
		SalesforceCrm crm = crm();
		assertThat(seenBy(crm, "new@example.com")).isEmpty();
		String nora = this.salesforce.contact("Nora Lind", this.salesforce.user("new@example.com"));
		assertThat(seenBy(crm, "new@example.com")).isEmpty();
		advance(Duration.ofSeconds(61));
		assertThat(seenBy(crm, "new@example.com")).containsExactly(nora);
	}

	@Test
	void eachListAfterTheFirstIsOneCall() {
		this.salesforce.contact("Nora Lind", this.ada);
		SalesforceCrm crm = crm();
		seenBy(crm, "ada@example.com");
		assertThat(this.salesforce.queries()).hasSize(2);
		seenBy(crm, "ada@example.com");
		assertThat(this.salesforce.queries()).hasSize(3);
	}

	@Test
	void largeTeamIsReadInSeveralQueries() {
		Set<String> team = new HashSet<>();
		for (int i = 0; i < 250; i++) {
			String username = "a.long.name.of.worker.%03d@sub.example.com".formatted(i);
			team.add(username);
			this.salesforce.contact("Customer %03d".formatted(i), this.salesforce.user(username));
		}
		assertThat(seenBy(crm(), team.toArray(String[]::new))).hasSize(250);
		assertThat(this.salesforce.queries()).filteredOn((it) -> it.startsWith("FROM User")).hasSize(3);
	}

	private static Map<String, Object> user(String field, String value, boolean active) {
		return Map.of("LastName", "Someone", field, value, "IsActive", active);
	}

	private SalesforceCrm crm() {
		return this.salesforce.crm(this.salesforce.api(), this.nanoTime::get);
	}

	private void advance(Duration time) {
		this.nanoTime.addAndGet(time.toNanos());
	}

	private static List<String> seenBy(SalesforceCrm crm, String... workers) {
		Audience audience = audience(workers);
		List<CrmCustomer> seen = new Walk(crm, audience, "").inPagesOf(200);
		assertThat(seen).allMatch(audience::maySee);
		return seen.stream().map((it) -> it.id().value()).toList();
	}

	private static Set<WorkerIdentity> owners(SalesforceCrm crm, String customerId) {
		return crm.byId(id(customerId), Walk.soon()).orElseThrow().owners();
	}

}
