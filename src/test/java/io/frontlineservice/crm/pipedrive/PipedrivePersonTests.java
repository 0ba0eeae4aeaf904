package io.frontlineservice.crm.pipedrive;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.Link;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person becomes, and whose customer it is. */
class PipedrivePersonTests {

	private static final String TIER = "71e0000000000000000000000000000000000004";

	private static final String BUDGET = "b0d6e70000000000000000000000000000000005";

	private final TestPipedrive pipedrive = new TestPipedrive();

	@AfterEach
	void close() {
		this.pipedrive.close();
	}

	@Test
	void personHasWhatPipedriveHas() {
		put(1, Map.of("emails",
				List.of(Map.of("value", "old@example.com", "primary", false),
						Map.of("value", "nora@example.com", "primary", true)),
				"phones",
				List.of(TestPipedrive.phone("+14155550102", "work"), TestPipedrive.phone("+14155550101", "mobile")),
				"org_id", this.pipedrive.pipedrive().account().organization("Acme"), "job_title", "Buyer"));
		CrmCustomer customer = customer(this.pipedrive.crm(), "1");
		assertThat(customer.name()).isEqualTo("Nora Lind");
		assertThat(customer.channels()).containsExactly(Channel.of(sms("+14155550101")));
		assertThat(customer.emails()).containsExactly("nora@example.com", "old@example.com");
		assertThat(customer.company()).isEqualTo("Acme");
		assertThat(customer.text("first_name")).isEqualTo("Nora");
		assertThat(customer.updatedAt()).isNotNull();
		Customer card = customer.card();
		assertThat(card.details()).isNotNull().extracting("content").isEqualTo("Buyer");
		String url = this.pipedrive.pipedrive().server().url().toString();
		assertThat(card.links()).extracting(Link::value)
			.containsExactly(url + "/person/1", "mailto:nora@example.com", "mailto:old@example.com");
	}

	@Test
	void personWithoutMobileNumberHasItsPrimaryNumberFirst() {
		put(1, Map.of("phones", List.of(TestPipedrive.phone("+14155550102", "home"),
				Map.of("value", "+14155550103", "label", "work", "primary", true))));
		assertThat(customer(this.pipedrive.crm(), "1").channels()).containsExactly(Channel.of(sms("+14155550103")),
				Channel.of(sms("+14155550102")));
	}

	@Test
	void customFieldsAreMappedByTheirKeysAsPeopleSeeThem() {
		this.pipedrive.pipedrive().account().define(TIER, "enum", Map.of(12, "Gold"));
		this.pipedrive.pipedrive().account().define(BUDGET, "monetary", Map.of());
		put(1, Map.of("custom_fields", Map.of(TIER, 12, BUDGET, Map.of("value", 500, "currency", "EUR"))));
		FieldMapping fields = FieldMapping.NONE.with(
				Map.of("tier", TIER, "budget", BUDGET, "currency", "custom_fields." + BUDGET + ".currency"), null, null,
				"Tier: {{" + TIER + "}}");
		CrmCustomer customer = customer(this.pipedrive.crm(this.pipedrive.settings(fields)), "1");
		assertThat(customer.text("tier")).isEqualTo("Gold");
		assertThat(customer.text("budget")).isEqualTo("500");
		assertThat(customer.text("currency")).isEqualTo("EUR");
		assertThat(customer.card().details()).extracting("content").isEqualTo("Tier: Gold");
	}

	@Test
	void deletedPersonDoesNotExistAlthoughPipedriveReturnsIt() {
		put(1, Map.of());
		this.pipedrive.pipedrive().account().delete(1);
		assertThat(this.pipedrive.crm().byId(id("1"), Walk.soon())).isEmpty();
		assertThat(Walk.all(this.pipedrive.crm()).ids()).isEmpty();
	}

	@Test
	void personOfASharedUserBelongsToEveryWorker() {
		this.pipedrive.add(1, "Nora Lind", TestPipedrive.SHARED);
		PipedriveCrm crm = this.pipedrive.crm();
		assertThat(new Walk(crm, audience("stranger@example.com"), "").ids()).containsExactly("1");
		assertThat(new Walk(crm, audience("stranger@example.com"), "nora").ids()).containsExactly("1");
		assertThat(customer(crm, "1").owners()).containsExactly(CrmCustomer.EVERYONE);
	}

	@Test
	void personOfADeactivatedUserBelongsToNoWorker() {
		this.pipedrive.add(1, "Nora Lind", TestPipedrive.LEFT);
		PipedriveCrm crm = this.pipedrive.crm();
		assertThat(new Walk(crm, audience(TestPipedrive.LEFT), "").ids()).isEmpty();
		assertThat(customer(crm, "1").owners()).isEmpty();
		assertThat(new Walk(crm, Audience.EVERYONE, "").ids()).containsExactly("1");
	}

	@Test
	void userIsTheSameWorkerInAnyCase() {
		this.pipedrive.add(1, "Nora Lind", "Ada@Example.COM");
		assertThat(new Walk(this.pipedrive.crm(), audience(ADA), "").ids()).containsExactly("1");
	}

	@Test
	void customFieldNamesFurtherOwners() {
		put(1, Map.of("custom_fields", Map.of(TestPipedrive.SECOND_OWNER, this.pipedrive.user(BEN))));
		PipedriveCrm crm = this.pipedrive.crm(this.pipedrive.settings(TestPipedrive.FIELDS));
		assertThat(customer(crm, "1").owners()).containsExactlyInAnyOrder(WorkerIdentity.of(ADA),
				WorkerIdentity.of(BEN));
		assertThat(new Walk(crm, audience(BEN), "").ids()).containsExactly("1");
		assertThat(new Walk(crm, audience(BEN), "nora").ids()).containsExactly("1");
	}

	@Test
	void personWithoutOwnerInTheConfiguredFieldBelongsToEveryWorkerIfConfigured() {
		put(1, Map.of());
		put(2, Map.of("custom_fields", Map.of(TestPipedrive.SECOND_OWNER, this.pipedrive.user(BEN))));
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.WORKER, List.of(TestPipedrive.SECOND_OWNER)));
		PipedriveCrm closed = this.pipedrive.crm(this.pipedrive.settings(fields));
		assertThat(new Walk(closed, audience(ADA), "").ids()).isEmpty();
		assertThat(new Walk(closed, Audience.EVERYONE, "").ids()).containsExactly("2", "1");
		PipedriveCrm open = this.pipedrive.crm(this.pipedrive.settings(fields, WithoutOwner.EVERYONE));
		assertThat(new Walk(open, audience(ADA), "").ids()).containsExactly("1");
		assertThat(new Walk(open, audience(BEN), "").ids()).containsExactly("2", "1");
		assertThat(new Walk(open, audience("stranger@example.com"), "nora").ids()).containsExactly("1");
	}

	@Test
	void personsBelongToNoWorkerWithoutAFieldForOwners() {
		put(1, Map.of());
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.WORKER, List.of()));
		PipedriveCrm crm = this.pipedrive.crm(this.pipedrive.settings(fields, WithoutOwner.EVERYONE));
		assertThat(new Walk(crm, audience(ADA), "").ids()).isEmpty();
		assertThat(new Walk(crm, Audience.EVERYONE, "").ids()).containsExactly("1");
	}

	private void put(long id, Map<String, Object> values) {
		Map<String, Object> all = new HashMap<>(values);
		all.put("name", "Nora Lind");
		all.put("owner_id", this.pipedrive.user(ADA));
		this.pipedrive.pipedrive().account().put(id, all);
	}

	private static CrmCustomer customer(PipedriveCrm crm, String id) {
		return crm.byId(id(id), Walk.soon()).orElseThrow();
	}

}
