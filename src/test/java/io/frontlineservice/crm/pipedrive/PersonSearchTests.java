package io.frontlineservice.crm.pipedrive;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker finds by words and numbers, and how a number finds its person. */
class PersonSearchTests {

	private final TestPipedrive pipedrive = new TestPipedrive();

	private final CrmAdapter crm = this.pipedrive.crm();

	@AfterEach
	void close() {
		this.pipedrive.close();
	}

	@Test
	void personsOfOthersAreNotReadByTheirIds() {
		add(1, 150, BEN);
		add(151, 153, ADA);
		assertThat(new Walk(this.crm, audience(ADA), "hill").ids()).containsExactly("153", "152", "151");
		assertThat(this.pipedrive.urls()).last().asString().endsWith("&ids=153%2C152%2C151");
	}

	@Test
	void manyMatchesAreReadInPagesOfTheWholeList() {
		add(1, 730, ADA);
		assertThat(new Walk(this.crm, audience(ADA), "hill").idsInPagesOf(150))
			.isEqualTo(new Walk(this.crm, audience(ADA), "").ids());
	}

	@Test
	void personAddedOrDeletedMeanwhileLosesAndRepeatsNoOther() {
		add(1, 10, ADA);
		Walk walk = new Walk(this.crm, audience(ADA), "hill");
		CrmPage first = walk.page(null, 4);
		this.pipedrive.pipedrive().account().delete(7);
		this.pipedrive.pipedrive().account().delete(2);
		add(11, 12, ADA);
		assertThat(ids(walk.page(first.next(), 9).customers())).containsExactly("6", "5", "4", "3", "1");
	}

	@Test
	void personWithANewOwnerIsNotFoundByTheOldOneAlthoughTheSearchSaysSo() {
		add(1, 1, BEN);
		this.pipedrive.pipedrive()
			.server()
			.faults()
			.answer((it) -> it.path().endsWith("/search"), 1, CrmReply
				.json(200, Map.of("success", true, "data", Map.of("items",
						List.of(Map.of("item", Map.of("id", 1, "owner", Map.of("id", this.pipedrive.user(ADA)))))))));
		assertThat(new Walk(this.crm, audience(ADA), "hill").ids()).isEmpty();
	}

	@Test
	void tooManyMatchesOfOthersAreNotAnEmptyAnswer() {
		this.pipedrive.user(ADA);
		add(1, 2_001, BEN);
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> new Walk(this.crm, audience(ADA), "hill").page(null, 5));
		assertThat(this.pipedrive.urls()).filteredOn((url) -> url.contains("/search")).hasSize(4);
		assertThat(new Walk(this.crm, audience(ADA), "hill 2001").page(null, 5)).isEqualTo(CrmPage.EMPTY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4155550101", "(415) 555-0101", "+1 415-555-0101", "+1 415.555.0101" })
	void typedNumberIsFoundInOtherNotations(String typed) {
		this.pipedrive.add(1, "Nora Lind", ADA, "+1.415.555.0101");
		this.pipedrive.add(2, "Ann Hill", BEN, "415 555 0101");
		this.pipedrive.add(3, "Zoe Marsh", ADA, "+1 212 555 0101");
		assertThat(new Walk(this.crm, audience(ADA), typed).ids()).containsExactly("1");
		assertThat(new Walk(this.crm, Audience.EVERYONE, typed).idsInPagesOf(1)).containsExactly("2", "1");
	}

	@Test
	void typedNumberFindsTheWorkersPersonAmongManyWithThatNumber() {
		LongStream.rangeClosed(2, 26).forEach((id) -> this.pipedrive.add(id, "Ann Hill", BEN, "+14155550101"));
		this.pipedrive.add(1, "Nora Lind", ADA, "+14155550101");
		assertThat(new Walk(this.crm, audience(ADA), "+14155550101").ids()).containsExactly("1");
		assertThat(new Walk(this.crm, Audience.EVERYONE, "+14155550101").idsInPagesOf(10)).hasSize(26);
	}

	@Test
	void partOfANumberIsFoundAsItIsWritten() {
		this.pipedrive.add(1, "Nora Lind", ADA, "(415) 555-0101");
		assertThat(new Walk(this.crm, audience(ADA), "555-01").ids()).containsExactly("1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155550101", "(415) 555-0101", "415.555.0101", "1-415-555-0101", "415 555 0101",
			"+1 (415) 555/0101", "tel:+14155550101" })
	void numberIsFoundHoweverItIsWritten(String written) {
		this.pipedrive.add(1, "Nora Lind", ADA, written);
		this.pipedrive.add(2, "Ann Hill", ADA, "+1 212 555 0101");
		assertThat(ids(this.crm.byAddress(whatsApp("+14155550101"), Walk.soon()))).containsExactly("1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+33612345678", "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "+33 612 34 56 78" })
	void numberInPairsOfDigitsIsFound(String written) {
		this.pipedrive.add(1, "Nora Lind", ADA, written);
		assertThat(ids(this.crm.byAddress(sms("+33612345678"), Walk.soon()))).containsExactly("1");
	}

	@Test
	void secondNumberOfAPersonFindsIt() {
		this.pipedrive.add(1, "Nora Lind", ADA, "+14155550101", "+442079460101");
		assertThat(ids(this.crm.byAddress(sms("+442079460101"), Walk.soon()))).containsExactly("1");
	}

	@Test
	void numberThatIsNotFoundInTimeIsNotUnknown() {
		LongStream.rangeClosed(1, 600).forEach((id) -> this.pipedrive.add(id, "Ann Hill", BEN, "+1 212 555 0101"));
		this.pipedrive.add(601, "Nora Lind", ADA, "(415) 555-0101");
		assertThat(ids(this.crm.byAddress(sms("+14155550101"), Walk.soon()))).containsExactly("601");
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> this.crm.byAddress(sms("+14155550101"), Deadline.in(Duration.ofMillis(1100))));
	}

	@Test
	void numberInACustomFieldFindsThePerson() {
		this.pipedrive.pipedrive()
			.account()
			.put(1, Map.of("name", "Nora Lind", "owner_id", this.pipedrive.user(ADA), "custom_fields",
					Map.of(TestPipedrive.WHATSAPP, "415-555-0101")));
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.PHONE, List.of(TestPipedrive.WHATSAPP)));
		CrmAdapter withField = this.pipedrive.crm(this.pipedrive.settings(fields));
		assertThat(ids(withField.byAddress(sms("+14155550101"), Walk.soon()))).containsExactly("1");
		assertThat(new Walk(withField, audience(ADA), "(415) 555-0101").ids()).containsExactly("1");
	}

	private void add(long first, long last, String owner) {
		LongStream.rangeClosed(first, last).forEach((id) -> this.pipedrive.add(id, "Ann Hill " + id, owner));
	}

}
