package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
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
class DataverseOwnersTests {

	private final TestDataverse dataverse = new TestDataverse();

	private final String ada = this.dataverse.user("Ada@example.com");

	private final String ben = this.dataverse.user("ben@example.com");

	private final AtomicLong nanoTime = new AtomicLong();

	@AfterEach
	void close() {
		this.dataverse.close();
	}

	@Test
	void ownerIsTheUserWhoseEmailAddressIsTheIdentity() {
		String nora = this.dataverse.contact("Nora Lind", this.ada);
		this.dataverse.contact("Zoe Marsh", this.ben);
		assertThat(seenBy(crm(), "ADA@example.com")).containsExactly(nora);
		assertThat(owners(crm(), nora)).containsExactlyElementsOf(WorkerIdentity.setOf(List.of("ada@example.com")));
	}

	@Test
	void usersWithTheSameEmailAddressAreOneWorker() {
		String first = this.dataverse.contact("Nora Lind", this.ada);
		String second = this.dataverse.contact("Zoe Marsh", this.dataverse.user("ADA@example.com"));
		assertThat(seenBy(crm(), "ada@example.com")).containsExactly(first, second);
	}

	@Test
	void anotherColumnCanHoldTheIdentity() {
		String object = this.dataverse.tables().newId();
		this.dataverse.tables().update("systemuser", this.ada, Map.of("azureactivedirectoryobjectid", object));
		this.dataverse.set("owner-column", "azureactivedirectoryobjectid");
		String nora = this.dataverse.contact("Nora Lind", this.ada);
		assertThat(seenBy(crm(), object)).containsExactly(nora);
		assertThat(this.dataverse.requests("systemusers").get(0).parameter("$filter"))
			.isEqualTo("isdisabled eq false and azureactivedirectoryobjectid eq " + object);
	}

	/** Dataverse refuses a query that compares an id with another text. */
	@Test
	void workersWithOtherIdentitiesAreNotAskedForById() {
		String object = this.dataverse.tables().newId();
		this.dataverse.tables().update("systemuser", this.ada, Map.of("azureactivedirectoryobjectid", object));
		this.dataverse.set("owner-column", "azureactivedirectoryobjectid");
		String nora = this.dataverse.contact("Nora Lind", this.ada);
		assertThat(seenBy(crm(), object, "ben@example.com")).containsExactly(nora);
		assertThat(this.dataverse.requests("systemusers").get(0).parameter("$filter")).doesNotContain("example.com");
	}

	@Test
	void sharedUserCanBeNamedByItsIdInEntra() {
		String object = this.dataverse.tables().newId();
		this.dataverse.tables().update("systemuser", this.ben, Map.of("azureactivedirectoryobjectid", object));
		this.dataverse.set("owner-column", "azureactivedirectoryobjectid");
		String team = this.dataverse.tables().newId();
		this.dataverse.set("shared-owners", object + ", " + team);
		String ofBen = this.dataverse.contact("Nora Lind", this.ben);
		String ofTeam = this.dataverse.contact("Otto Frey", team);
		assertThat(owners(crm(), ofBen)).containsExactly(CrmCustomer.EVERYONE);
		assertThat(seenBy(crm(), this.dataverse.tables().newId())).containsExactly(ofBen, ofTeam);
	}

	@Test
	void disabledUserIsNotAWorker() {
		String nora = this.dataverse.contact("Nora Lind", this.ada);
		this.dataverse.tables().update("systemuser", this.ada, Map.of("isdisabled", true));
		assertThat(seenBy(crm(), "ada@example.com")).isEmpty();
		assertThat(owners(crm(), nora)).isEmpty();
	}

	@Test
	void unknownWorkerHasNoCustomersAndCausesNoQueryForThem() {
		this.dataverse.contact("Nora Lind", this.ada);
		assertThat(seenBy(crm(), "stranger@example.com")).isEmpty();
		assertThat(this.dataverse.filters()).isEmpty();
	}

	@Test
	void contactsOfASharedUserOrTeamBelongToEveryone() {
		String team = this.dataverse.tables().newId();
		this.dataverse.set("shared-owners", "BEN@example.com, " + team);
		String ofBen = this.dataverse.contact("Nora Lind", this.ben);
		String ofTeam = this.dataverse.contact("Otto Frey", team);
		DataverseCrm crm = crm();
		assertThat(seenBy(crm, "ada@example.com")).containsExactly(ofBen, ofTeam);
		assertThat(seenBy(crm, "stranger@example.com")).containsExactly(ofBen, ofTeam);
		assertThat(owners(crm, ofBen)).containsExactly(CrmCustomer.EVERYONE);
		assertThat(owners(crm, ofTeam)).containsExactly(CrmCustomer.EVERYONE);
	}

	@Test
	void teamThatIsNotSharedIsNotAWorker() {
		String nora = this.dataverse.contact("Nora Lind", this.dataverse.tables().newId());
		assertThat(owners(crm(), nora)).isEmpty();
		assertThat(Walk.all(crm()).ids()).containsExactly(nora);
	}

	@Test
	void customersWithoutAnOwnerCanBelongToEveryone() {
		this.dataverse.tables().addUserLookup("contact", "new_advisor");
		this.dataverse.set("fields.worker", "_new_advisor_value");
		String nora = this.dataverse.contact("Nora Lind", this.ada);
		String zoe = this.dataverse.contact("Zoe Marsh", this.ada, Map.of("_new_advisor_value", this.ben));
		assertThat(seenBy(crm(), "ben@example.com")).containsExactly(zoe);
		this.dataverse.set("without-owner", "everyone");
		assertThat(seenBy(crm(), "ben@example.com")).containsExactly(nora, zoe);
		assertThat(seenBy(crm(), "stranger@example.com")).containsExactly(nora);
		assertThat(this.dataverse.filters()).last().isEqualTo("statecode eq 0 and (_new_advisor_value eq null)");
	}

	@Test
	void newOwnerSeesACustomerAtOnce() {
		String nora = this.dataverse.contact("Nora Lind", this.ada);
		DataverseCrm crm = crm();
		assertThat(seenBy(crm, "ada@example.com")).containsExactly(nora);
		this.dataverse.tables().update("contact", nora, Map.of("_ownerid_value", this.ben));
		assertThat(seenBy(crm, "ada@example.com")).isEmpty();
		assertThat(seenBy(crm, "ben@example.com")).containsExactly(nora);
	}

	@Test
	void usersAreKeptForTenMinutes() {
		DataverseCrm crm = crm();
		seenBy(crm, "ada@example.com");
		this.dataverse.tables().update("systemuser", this.ada, Map.of("isdisabled", true));
		this.dataverse.contact("Nora Lind", this.ada);
		this.nanoTime.addAndGet(Duration.ofMinutes(9).toNanos());
		assertThat(seenBy(crm, "ada@example.com")).hasSize(1);
		this.nanoTime.addAndGet(Duration.ofMinutes(2).toNanos());
		assertThat(seenBy(crm, "ada@example.com")).isEmpty();
	}

	@Test
	void eachListAfterTheFirstIsOneCall() {
		this.dataverse.contact("Nora Lind", this.ada);
		DataverseCrm crm = crm();
		for (int i = 0; i < 3; i++) {
			seenBy(crm, "ada@example.com");
		}
		assertThat(this.dataverse.requests("systemusers")).hasSize(1);
		assertThat(this.dataverse.requests("contacts")).hasSize(3);
	}

	@Test
	void largeTeamIsReadInSeveralQueries() {
		Set<String> team = new HashSet<>();
		for (int i = 0; i < 250; i++) {
			String email = "a.long.name.of.worker.%03d@sub.example.com".formatted(i);
			team.add(email);
			this.dataverse.contact("Customer %03d".formatted(i), this.dataverse.user(email));
		}
		assertThat(seenBy(crm(), team.toArray(String[]::new))).hasSize(250);
		assertThat(this.dataverse.requests("systemusers")).hasSize(3);
	}

	private DataverseCrm crm() {
		return this.dataverse.crm(this.dataverse.api(), this.nanoTime::get);
	}

	private static List<String> seenBy(DataverseCrm crm, String... workers) {
		Audience audience = audience(workers);
		List<CrmCustomer> seen = new Walk(crm, audience, "").inPagesOf(200);
		assertThat(seen).allMatch(audience::maySee);
		return seen.stream().map((it) -> it.id().value()).toList();
	}

	private static Set<WorkerIdentity> owners(DataverseCrm crm, String customerId) {
		return crm.byId(id(customerId), Walk.soon()).orElseThrow().owners();
	}

}
