package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.GuardedCrm;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.dataverse.Callers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What workers see when their security roles in Dataverse decide, behind the guard.
 * Contacts are private; Carla belongs to Ben and is shared with Ada.
 */
class DataverseWorkerTests {

	private static final Address NUMBER = sms("+14155550101");

	private static final Map<String, String> PHONE = Map.of("telephone1", "(415) 555-0101");

	private final TestDataverse dataverse = new TestDataverse().set("act-as", "worker");

	private final String ada = this.dataverse.user(ADA);

	private final String ben = this.dataverse.user(BEN);

	private final String nora = this.dataverse.contact("Nora", this.ada, PHONE);

	private final String otto = this.dataverse.contact("Otto", this.ben, PHONE);

	private final String carla = this.dataverse.contact("Carla", this.ben);

	private final AtomicLong nanos = new AtomicLong();

	private final CrmAdapter crm = GuardedCrm.adapter(this.dataverse.crm(), this.nanos::get);

	DataverseWorkerTests() {
		callers().makePrivate("contact");
		callers().share(this.carla, this.ada);
	}

	@AfterEach
	void close() throws Exception {
		((AutoCloseable) this.crm).close();
		this.dataverse.close();
	}

	@Test
	void sameQuestionHasAnAnswerForEachWorker() {
		for (int i = 0; i < 2; i++) {
			assertThat(list(ADA)).containsExactly(this.carla, this.nora);
			assertThat(list(BEN)).containsExactly(this.carla, this.otto);
			assertThat(ids(this.crm.list(Audience.EVERYONE, "", null, 30, Walk.soon()).customers()))
				.containsExactly(this.carla, this.nora, this.otto);
		}
		assertThat(this.dataverse.requests("contacts")).hasSize(3);
	}

	@Test
	void customersAreReadAsTheUserOfTheWorkerAndUsersAsTheService() {
		String object = this.dataverse.tables().newId();
		this.dataverse.tables().update("systemuser", this.ada, Map.of("azureactivedirectoryobjectid", object));
		list(ADA);
		assertThat(this.dataverse.requests("contacts")).extracting((it) -> it.header("CallerObjectId"))
			.containsExactly(object);
		assertThat(this.dataverse.requests("systemusers")).isNotEmpty()
			.allMatch((it) -> it.header("CallerObjectId") == null);
		assertThat(this.dataverse.tokenRequests()).hasSize(1);
	}

	@Test
	void customerThatIsNotSharedDoesNotExistForTheWorker() {
		for (int i = 0; i < 2; i++) {
			assertThat(as(BEN).byId(id(this.otto), Walk.soon())).isPresent();
			assertThat(as(ADA).byId(id(this.otto), Walk.soon())).isEmpty();
			assertThat(as(ADA).byId(id(this.carla), Walk.soon()).orElseThrow().owners())
				.isEqualTo(worker(BEN).identities());
		}
	}

	@Test
	void addressIsLookedUpAsTheWorkerOrAsTheService() {
		for (int i = 0; i < 2; i++) {
			assertThat(ids(as(ADA).byAddress(NUMBER, Walk.soon()))).containsExactly(this.nora);
			assertThat(ids(as(BEN).byAddress(NUMBER, Walk.soon()))).containsExactly(this.otto);
			assertThat(ids(this.crm.byAddress(NUMBER, Walk.soon()))).containsExactly(this.nora, this.otto);
		}
	}

	@Test
	void linkToTheNextPageIsFollowedAsTheWorker() {
		for (int i = 0; i < 1_001; i++) {
			this.dataverse.contact("Same Name", this.ada);
		}
		CrmAdapter adas = this.dataverse.crm().actingAs(worker(ADA));
		List<String> all = Walk.all(adas).idsInPagesOf(200);
		assertThat(all).hasSize(1_003).doesNotHaveDuplicates();
		assertThat(this.dataverse.requests("contacts")).anyMatch((it) -> it.query().contains("skiptoken"))
			.allMatch((it) -> it.header("CallerObjectId") != null);
	}

	@Test
	void workerWithoutASecurityRoleIsRefusedAndOthersAreNot() {
		callers().removeRoles(this.ben);
		for (int i = 1; i <= 30; i++) {
			int size = i;
			assertThatExceptionOfType(CrmAccessException.class)
				.isThrownBy(() -> as(BEN).list(Audience.EVERYONE, "", null, size, Walk.soon()))
				.withMessageContaining("needs a security role that may read the table")
				.satisfies((it) -> assertThat(it.getMessage()).doesNotContain("ben"));
		}
		assertThat(list(ADA)).containsExactly(this.carla, this.nora);
	}

	@Test
	void serviceThatMayNotActForOthersSaysSo() {
		callers().revoke(Callers.ACT_ON_BEHALF);
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list(ADA))
			.withMessageContaining("privilege to act on behalf of another user");
		assertThat(this.crm.byId(id(this.nora), Walk.soon())).isPresent();
	}

	@Test
	void workerNeedsExactlyOneUserOfEntra() {
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list("eve@example.com"))
			.withMessageStartingWith("Dataverse does not have exactly one enabled user of Microsoft Entra")
			.withMessageContaining("the column internalemailaddress, which frontline.crm.dataverse.owner-column names");
		this.dataverse.user(ADA.toUpperCase(Locale.ROOT));
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list(ADA));
		Map<String, Object> withoutObjectId = new HashMap<>(
				Map.of("internalemailaddress", "zoe@example.com", "isdisabled", false));
		this.dataverse.tables().insert("systemuser", withoutObjectId);
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list("zoe@example.com"));
		assertThat(this.dataverse.requests("contacts")).isEmpty();
	}

	@Test
	void workerWhoLosesTheRoleGetsNoOldAnswers() {
		assertThat(list(ADA)).isNotEmpty();
		callers().removeRoles(this.ada);
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list(ADA));
	}

	@Test
	void serviceThatMayNotReadUsersConcernsAllWorkers() {
		callers().revoke("prvReadUser");
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> list(ADA))
			.isNotInstanceOf(CrmAccessException.class)
			.withMessageStartingWith("The credentials for the CRM lack a permission");
	}

	@Test
	void outageConcernsAllWorkers() {
		this.dataverse.server().faults().change(CrmFault.DEAD, true);
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> list(ADA))
			.isNotInstanceOf(CrmAccessException.class);
	}

	@Test
	void serviceActsAsNoWorkerUnlessItIsConfigured() {
		DataverseCrm own = this.dataverse.set("act-as", "application-user").crm();
		assertThat(own.actingAs(worker(ADA))).isSameAs(own);
		assertThat(Walk.all(own).ids()).hasSize(3);
		assertThat(this.dataverse.server().requests()).extracting((CrmRequest it) -> it.header("CallerObjectId"))
			.containsOnlyNulls();
	}

	private Callers callers() {
		return this.dataverse.pretend().callers();
	}

	private CrmAdapter as(String identity) {
		return this.crm.actingAs(worker(identity));
	}

	private List<String> list(String identity) {
		return ids(as(identity).list(Audience.EVERYONE, "", null, 30, Walk.soon()).customers());
	}

}
