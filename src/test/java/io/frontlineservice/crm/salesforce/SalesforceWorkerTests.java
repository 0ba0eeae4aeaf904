package io.frontlineservice.crm.salesforce;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.SignedJWT;
import io.frontlineservice.address.Address;
import io.frontlineservice.crm.GuardedCrm;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.salesforce.SalesforceAccess;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What workers see when the sharing rules of the org decide, behind the guard. Contacts
 * are private; Carla belongs to Ben and is shared with Ada.
 */
class SalesforceWorkerTests {

	private static final Address NUMBER = sms("+14155550101");

	private static final Map<String, String> PHONE = Map.of("Phone", "(415) 555-0101");

	private final TestSalesforce salesforce = new TestSalesforce().actAsWorkers();

	private final String ada = this.salesforce.permittedUser(ADA);

	private final String ben = this.salesforce.permittedUser(BEN);

	private final String nora = this.salesforce.contact("Nora", this.ada, PHONE);

	private final String otto = this.salesforce.contact("Otto", this.ben, PHONE);

	private final String carla = this.salesforce.contact("Carla", this.ben);

	private final AtomicLong nanos = new AtomicLong();

	private final CrmAdapter crm = GuardedCrm.adapter(this.salesforce.crm(), this.nanos::get);

	SalesforceWorkerTests() {
		this.salesforce.org().sharing().makePrivate("Contact");
		this.salesforce.org().sharing().share(this.carla, this.ada);
	}

	@AfterEach
	void close() throws Exception {
		((AutoCloseable) this.crm).close();
		this.salesforce.close();
	}

	@Test
	void sameQuestionHasAnAnswerForEachWorker() {
		for (int i = 0; i < 2; i++) {
			assertThat(list(ADA)).containsExactly(this.carla, this.nora);
			assertThat(list(BEN)).containsExactly(this.carla, this.otto);
			assertThat(ids(this.crm.list(Audience.EVERYONE, "", null, 30, Walk.soon()).customers()))
				.containsExactly(this.carla, this.nora, this.otto);
		}
		assertThat(this.salesforce.customerQueries()).hasSize(3);
	}

	@Test
	void searchFindsWhatIsSharedWithTheWorker() {
		assertThat(ids(as(ADA).list(Audience.EVERYONE, "o", null, 30, Walk.soon()).customers())).isEmpty();
		assertThat(ids(as(BEN).list(Audience.EVERYONE, "o", null, 30, Walk.soon()).customers()))
			.containsExactly(this.otto);
	}

	@Test
	void customerThatIsNotSharedDoesNotExistForTheWorker() {
		for (int i = 0; i < 2; i++) {
			assertThat(as(BEN).byId(id(this.otto), Walk.soon())).isPresent();
			assertThat(as(ADA).byId(id(this.otto), Walk.soon())).isEmpty();
			assertThat(as(ADA).byId(id(this.carla), Walk.soon())).isPresent();
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
	void workersOfACustomerAreReadAsTheService() {
		assertThat(as(ADA).byId(id(this.carla), Walk.soon()).orElseThrow().owners())
			.isEqualTo(worker(BEN).identities());
	}

	@Test
	void eachWorkerHasOneTokenForAllRequests() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			Callable<List<String>> call = () -> ids(as(ADA).byAddress(NUMBER, Walk.soon()));
			for (Future<List<String>> found : threads.invokeAll(Collections.nCopies(50, call))) {
				assertThat(found.get()).containsExactly(this.nora);
			}
		}
		finally {
			threads.shutdownNow();
		}
		list(ADA);
		list(BEN);
		assertThat(this.salesforce.tokenRequests().stream().map((it) -> subject(it.formField("assertion"))))
			.containsExactlyInAnyOrder(SalesforceAccess.USERNAME, ADA, BEN);
	}

	@Test
	void workerWhoIsNotPermittedIsRefusedAndOthersAreNot() {
		this.salesforce.pretend().access().permit(BEN, false);
		for (int i = 1; i <= 30; i++) {
			int size = i;
			assertThatExceptionOfType(CrmAccessException.class)
				.isThrownBy(() -> as(BEN).list(Audience.EVERYONE, "", null, size, Walk.soon()))
				.withMessageContaining("assign the permission set of the external client app to the user")
				.satisfies((it) -> assertThat(it.getMessage()).doesNotContain("ben"));
		}
		assertThat(list(ADA)).containsExactly(this.carla, this.nora);
		// One for each of both, and one for the service: a refusal is not repeated at
		// once.
		assertThat(this.salesforce.tokenRequests()).hasSize(3);
	}

	@Test
	void workerNeedsExactlyOneUser() {
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list("eve@example.com"))
			.withMessageStartingWith("Salesforce has no active user for this worker")
			.withMessageContaining("the field Username, which frontline.crm.salesforce.owner-field names");
		this.salesforce.permittedUser(ADA.toUpperCase(Locale.ROOT));
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list(ADA))
			.withMessageStartingWith("Salesforce has several users for this worker");
	}

	@Test
	void workerWhoLosesThePermissionGetsNoOldAnswers() {
		assertThat(list(ADA)).isNotEmpty();
		this.salesforce.pretend().access().permit(ADA, false);
		this.salesforce.pretend().access().endSessions();
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list(ADA));
	}

	@Test
	void userWhoMayNotReadTheFieldsConcernsOnlyThatWorker() {
		this.salesforce.server()
			.faults()
			.answer((request) -> String.valueOf(request.parameter("q")).contains("FROM Contact"), 1,
					CrmReply.json(400, List.of(Map.of("errorCode", "INVALID_FIELD", "message", "Phone"))));
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list(ADA))
			.withMessageStartingWith("Salesforce does not let the user of this worker read customers");
	}

	@Test
	void serviceThatMayNotReadUsersConcernsAllWorkers() {
		this.salesforce.server()
			.faults()
			.answer((request) -> String.valueOf(request.parameter("q")).contains("FROM User"), 1,
					CrmReply.json(400, List.of(Map.of("errorCode", "INVALID_FIELD", "message", "Username"))));
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> list(ADA))
			.isNotInstanceOf(CrmAccessException.class)
			.withMessageStartingWith("The credentials for the CRM lack a permission");
	}

	@Test
	void usersThatCannotBeReadAreNotAMissingCustomer() {
		this.salesforce.server()
			.faults()
			.answer((request) -> String.valueOf(request.parameter("q")).contains("FROM User"), 1,
					CrmReply.json(400, List.of(Map.of("errorCode", "INVALID_QUERY_FILTER_OPERATOR", "message", "x"))));
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> as(ADA).byId(id(this.nora), Walk.soon()));
	}

	@Test
	void outageConcernsAllWorkers() {
		this.salesforce.server().faults().change(CrmFault.DEAD, true);
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> list(ADA))
			.isNotInstanceOf(CrmAccessException.class);
	}

	@Test
	void serviceActsAsNoWorkerUnlessItIsConfigured() {
		SalesforceCrm own = this.salesforce.set("act-as", "integration-user").crm();
		assertThat(own.actingAs(worker(ADA))).isSameAs(own);
	}

	private CrmAdapter as(String identity) {
		return this.crm.actingAs(worker(identity));
	}

	private List<String> list(String identity) {
		return ids(as(identity).list(Audience.EVERYONE, "", null, 30, Walk.soon()).customers());
	}

	private static String subject(String assertion) {
		try {
			return SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
