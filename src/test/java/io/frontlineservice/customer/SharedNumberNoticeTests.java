package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.worker.WorkerDirectory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Details mention other customers with the same number. */
class SharedNumberNoticeTests {

	private static final Address NUMBER = sms("+14155550101");

	private static final Address OTHER_NUMBER = sms("+14155550102");

	private static final CrmCustomer NORA = at(customer("1", "Nora Lind", ADA), NUMBER);

	private static final CrmCustomer JANE = at(customer("2", "Jane Roe", ADA), NUMBER);

	private static final CrmCustomer BENS = at(customer("3", "Otto Frey", BEN), NUMBER);

	@Test
	void customerWithSameNumberIsMentioned() {
		assertThat(details(ADA, NORA, JANE)).isEqualTo(new Detail("Shared number", "Also at this number: Jane Roe"));
	}

	@Test
	void customersWithSameNumberAreMentionedInOrderOfCrm() {
		assertThat(details(ADA, NORA, at(customer("9", "Zoe Marsh", ADA), NUMBER), JANE,
				at(customer("4", "Ann Hill", ADA), OTHER_NUMBER), at(customer("5", "Lea Voss", ADA), NUMBER))
			.content()).isEqualTo("Also at this number: Zoe Marsh, Jane Roe, Lea Voss");
	}

	@Test
	void sameNameIsMentionedOnce() {
		CrmCustomer twin = at(customer("4", "Nora Lind", ADA), NUMBER);
		CrmCustomer triplet = at(customer("5", "Nora Lind", ADA), NUMBER);
		assertThat(details(ADA, NORA, twin, triplet).content()).isEqualTo("Also at this number: Nora Lind");
	}

	@Test
	void numberOfSmsAndWhatsAppIsLookedUpOnce() {
		CrmCustomer both = at(NORA, NUMBER, whatsApp("+14155550101"));
		FakeCrm crm = new FakeCrm(both, at(JANE, whatsApp("+14155550101")));
		assertThat(details(crm, ADA).content()).isEqualTo("Also at this number: Jane Roe");
		assertThat(crm.calls()).isEqualTo(2);
	}

	@Test
	void mexicanNumberIsLookedUpOnceAndShownAsInCrm() {
		CrmCustomer both = at(NORA, sms("+525512345678"), whatsApp("+5215512345678"));
		FakeCrm crm = new FakeCrm(both, at(JANE, whatsApp("+5215512345678")));
		assertThat(details(crm, ADA).content()).isEqualTo("Also at this number: Jane Roe");
		assertThat(crm.calls()).isEqualTo(2);
		CrmCustomer more = at(NORA, whatsApp("+5215512345678"), sms("+525512345678"), OTHER_NUMBER);
		assertThat(details(ADA, more, at(JANE, sms("+525512345678"))).content())
			.isEqualTo("Also at +5215512345678: Jane Roe");
	}

	@Test
	void eachOfSeveralNumbersIsShown() {
		CrmCustomer two = at(NORA, OTHER_NUMBER, NUMBER);
		assertThat(details(ADA, two, JANE, at(customer("4", "Ann Hill", ADA), OTHER_NUMBER)).content())
			.isEqualTo("Also at +14155550102: Ann Hill\nAlso at +14155550101: Jane Roe");
		assertThat(details(ADA, two, JANE).content()).isEqualTo("Also at +14155550101: Jane Roe");
	}

	@Test
	void chatIdentityIsNotNumber() {
		assertThat(details(ADA, at(NORA, chat("shared")), at(JANE, chat("shared")))).isNull();
	}

	@Test
	void detailsAreUnchangedWithoutOtherCustomerOfNumber() {
		Customer card = NORA.card().withDetails(new Detail("About", "Status: Active"));
		assertThat(details(ADA, withCard(card), at(JANE, OTHER_NUMBER))).isSameAs(card.details());
		assertThat(details(ADA, NORA)).isNull();
	}

	@Test
	void noticeIsParagraphBelowText() {
		Customer card = NORA.card().withDetails(new Detail("About", "Status: Active\nScore: 100\n"));
		assertThat(details(ADA, withCard(card), JANE))
			.isEqualTo(new Detail("About", "Status: Active\nScore: 100\n\nAlso at this number: Jane Roe"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n" })
	void noticeReplacesBlankText(String content) {
		Customer card = NORA.card().withDetails(new Detail("About", content));
		assertThat(details(ADA, withCard(card), JANE)).isEqualTo(new Detail("About", "Also at this number: Jane Roe"));
	}

	@Test
	void invisibleCustomerIsNotMentioned() {
		assertThat(details(ADA, NORA, BENS)).isNull();
		assertThat(details(ADA, NORA, BENS, JANE).content()).isEqualTo("Also at this number: Jane Roe");
	}

	@Test
	void grantedCustomerIsMentioned() {
		CustomerService service = TestServices.of(new FakeCrm(NORA, BENS), WorkerDirectory.empty(),
				(worker, customerId, deadline) -> customerId.equals(id("3")));
		assertThat(service.details(worker(ADA), id("1"), soon()).details().content())
			.isEqualTo("Also at this number: Otto Frey");
	}

	private static CrmCustomer withCard(Customer card) {
		return TestCustomers.withCard(card, null, List.of(), ADA);
	}

	private static Detail details(String worker, CrmCustomer... customers) {
		return details(new FakeCrm(customers), worker);
	}

	private static Detail details(FakeCrm crm, String worker) {
		return TestServices.of(crm).details(worker(worker), id("1"), soon()).details();
	}

}
