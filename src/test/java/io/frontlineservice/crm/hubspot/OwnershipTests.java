package io.frontlineservice.crm.hubspot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which contacts a worker has: the same in a list and by id. */
class OwnershipTests {

	private final TestHubSpot hubSpot = new TestHubSpot();

	@AfterEach
	void close() {
		this.hubSpot.close();
	}

	@Test
	void contactOfASharedOwnerBelongsToEveryWorker() {
		this.hubSpot.add(1, "Nora", "Lind", TestHubSpot.SHARED);
		HubSpotCrm crm = this.hubSpot.crm();
		assertThat(new Walk(crm, audience("stranger@example.com"), "").ids()).containsExactly("1");
		assertSeen(crm, "1", audience("stranger@example.com"));
	}

	@Test
	void contactWithoutOwnerBelongsToNobody() {
		this.hubSpot.account().contacts().put(1, Map.of("lastname", "Lind"));
		HubSpotCrm crm = this.hubSpot.crm();
		assertThat(new Walk(crm, audience(ADA), "").ids()).isEmpty();
		assertThat(customer(crm, "1").owners()).isEmpty();
		assertThat(new Walk(crm, Audience.EVERYONE, "").ids()).containsExactly("1");
	}

	@Test
	void contactWithoutOwnerBelongsToEveryWorkerIfConfigured() {
		this.hubSpot.account().contacts().put(1, Map.of("lastname", "Lind"));
		this.hubSpot.add(2, "Ann", "Hill", BEN);
		this.hubSpot.account().contacts().put(3, Map.of("lastname", "Marsh", TestHubSpot.SECOND_OWNER, idOf(BEN)));
		HubSpotCrm crm = this.hubSpot.crm(this.hubSpot.settings(TestHubSpot.FIELDS, WithoutOwner.EVERYONE));
		assertThat(new Walk(crm, audience(ADA), "").ids()).containsExactly("1");
		assertThat(new Walk(crm, audience(BEN), "").ids()).containsExactlyInAnyOrder("1", "2", "3");
		assertSeen(crm, "1", audience(ADA));
		assertThat(audience(ADA).maySee(customer(crm, "2"))).isFalse();
		assertThat(audience(ADA).maySee(customer(crm, "3"))).isFalse();
	}

	@Test
	void contactOfADeactivatedOwnerBelongsToNobody() {
		this.hubSpot.add(1, "Nora", "Lind", BEN);
		this.hubSpot.account().owners().remove(BEN);
		HubSpotCrm crm = this.hubSpot.crm(this.hubSpot.settings(FieldMapping.NONE, WithoutOwner.EVERYONE));
		assertThat(new Walk(crm, audience(BEN), "").ids()).isEmpty();
		assertThat(customer(crm, "1").owners()).isEmpty();
	}

	@Test
	void contactsBelongToNobodyWithoutAPropertyForOwners() {
		this.hubSpot.add(1, "Nora", "Lind", ADA);
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.WORKER, List.of()));
		HubSpotCrm crm = this.hubSpot.crm(this.hubSpot.settings(fields, WithoutOwner.EVERYONE));
		assertThat(new Walk(crm, audience(ADA), "").ids()).isEmpty();
		assertThat(new Walk(crm, Audience.EVERYONE, "").ids()).containsExactly("1");
	}

	@Test
	void ownerIsTheSameWorkerInAnyCase() {
		this.hubSpot.add(1, "Nora", "Lind", "Ada@Example.COM");
		assertThat(new Walk(this.hubSpot.crm(), audience(ADA), "").ids()).containsExactly("1");
	}

	@Test
	void propertyCanHoldSeveralOwners() {
		this.hubSpot.account()
			.contacts()
			.put(1, Map.of("lastname", "Lind", TestHubSpot.SECOND_OWNER, idOf(ADA) + ";" + idOf(BEN)));
		assertThat(customer(this.hubSpot.crm(), "1").owners()).hasSize(2);
	}

	@Test
	void newOwnerIsSeenWhenItsContactIs() {
		HubSpotCrm crm = this.hubSpot.crm();
		this.hubSpot.add(1, "Nora", "Lind", ADA);
		assertThat(new Walk(crm, audience(ADA), "").ids()).containsExactly("1");
		assertThat(this.hubSpot.requests()).extracting(CrmRequest::path).contains("/crm/owners/2026-09");
	}

	@Test
	void ownersAreReadInPages() {
		for (int i = 0; i < 1_203; i++) {
			this.hubSpot.idOf("owner" + i + "@example.com");
		}
		this.hubSpot.add(1, "Nora", "Lind", "owner1202@example.com");
		assertThat(new Walk(this.hubSpot.crm(), audience("owner1202@example.com"), "").ids()).containsExactly("1");
		assertThat(this.hubSpot.requests()).filteredOn((request) -> request.path().contains("owners")).hasSize(3);
	}

	private String idOf(String owner) {
		return this.hubSpot.idOf(owner);
	}

	private static CrmCustomer customer(HubSpotCrm crm, String id) {
		return crm.byId(id(id), Walk.soon()).orElseThrow();
	}

	private static void assertSeen(HubSpotCrm crm, String id, Audience audience) {
		assertThat(audience.maySee(customer(crm, id))).isTrue();
	}

}
