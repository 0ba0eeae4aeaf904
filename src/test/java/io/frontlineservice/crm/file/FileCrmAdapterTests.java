package io.frontlineservice.crm.file;

import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import io.frontlineservice.address.Address;
import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.snapshot.CustomerSnapshot;
import io.frontlineservice.crm.snapshot.SnapshotCrm;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CRM that is a file keeps the contract of all CRMs, and the order of its own. */
class FileCrmAdapterTests extends CrmAdapterContract {

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		CustomerSnapshot snapshot = new CustomerSnapshot(customers);
		return new SnapshotCrm(() -> snapshot);
	}

	@Test
	void theOrderIsThatOfTheRootCollationThenOfTheId() {
		List<CrmCustomer> customers = new ArrayList<>();
		for (String name : List.of("zoe", "Zoe", "Ángel", "angel", "Łukasz", "Luke", "Ångström", "ß", "ss", "Émile",
				"E\u0301mile", "李", "Emile", "\u200Bhidden", "O'Brien", "Obrien", "1st", "_", "emoji \uD83D\uDE00")) {
			customers.add(customer("b" + customers.size(), name));
			customers.add(customer("a" + customers.size(), name));
		}
		Collator collator = Collator.getInstance(ULocale.ROOT);
		List<CrmCustomer> expected = new ArrayList<>(customers);
		expected.sort(Comparator.comparing(CrmCustomer::name, collator::compare).thenComparing(CrmCustomer::id));
		assertThat(Walk.all(adapterOf(customers)).inPagesOf(3)).isEqualTo(expected);
	}

	@Test
	void anIdIsNotAPosition() {
		CrmCustomer nora = customer("1", "Nora Lind");
		CrmAdapter before = adapterOf(List.of(nora, customer("2", "Zoe Marsh")));
		CrmAdapter after = adapterOf(List.of(customer("0", "Ann Hill"), customer("2", "Zoe Marsh"), nora));
		assertThat(before.byId(id("1"), Walk.soon())).contains(nora);
		assertThat(after.byId(id("1"), Walk.soon())).contains(nora);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "Nora Lind", "AAA" })
	void aNameOrAnIdAloneIsNoCursor(String cursor) {
		CrmAdapter adapter = adapterOf(List.of(customer("1", "Nora Lind"), customer("2", "Zoe Marsh")));
		assertThat(Walk.all(adapter).page(cursor, 5)).isEqualTo(CrmPage.EMPTY);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "(415) 555-0101", "415.555.0101", "+1 415 555 0101", "tel:+1-415-555-0101", "+14155550101" })
	void customerIsFoundByNumberInAnyNotationOfTheFile(String written, @TempDir Path folder) throws IOException {
		CustomerSnapshot snapshot = TestLoader
			.load(folder, "customers.csv", "customer_id,display_name,phone\n1,Nora Lind,\"" + written + "\"\n")
			.snapshot();
		CrmAdapter adapter = new SnapshotCrm(() -> snapshot);
		for (Address address : List.of(sms("+14155550101"), whatsApp("+14155550101"))) {
			assertThat(adapter.byAddress(address, Walk.soon())).extracting(CrmCustomer::name)
				.containsExactly("Nora Lind");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "+52 1 55 1234 5678", "+5215512345678", "+52 55 1234 5678", "+525512345678" })
	void customerInMexicoIsFoundInAnyNotationOfTheFile(String written, @TempDir Path folder) throws IOException {
		CustomerSnapshot snapshot = TestLoader
			.load(folder, "customers.csv", "customer_id,display_name,phone\n1,Nora Lind," + written + "\n")
			.snapshot();
		CrmAdapter adapter = new SnapshotCrm(() -> snapshot);
		for (Address address : List.of(sms("+525512345678"), whatsApp("+5215512345678"))) {
			assertThat(ids(adapter.byAddress(address, Walk.soon()))).containsExactly("1");
		}
	}

	@Test
	void twoChatIdentitiesOfOneHashAreStillTwo() {
		assertThat("Aa").hasSameHashCodeAs("BB");
		CrmAdapter adapter = adapterOf(
				List.of(at(customer("1", "Nora Lind"), chat("Aa")), at(customer("2", "Zoe Marsh"), chat("BB"))));
		assertThat(ids(adapter.byAddress(chat("BB"), Walk.soon()))).containsExactly("2");
	}

	@Test
	void itAnswersFromMemory() {
		assertThat(adapterOf(List.of()).can(CrmCapability.IN_MEMORY)).isTrue();
	}

	@Test
	void anEmptyFileIsAnEmptyList() {
		assertThat(Walk.all(adapterOf(List.of())).ids()).isEmpty();
	}

	@Test
	void namesThatCollateAlikeAreStillDifferentPlaces() {
		List<CrmCustomer> customers = List.of(customer("3", "a\u0000b"), customer("1", "ab"),
				customer("2", "a\u0001b"));
		assertThat(Walk.all(adapterOf(customers)).idsInPagesOf(1)).containsExactly("1", "2", "3");
	}

	@Test
	void anIdWithALineBreakIsAnIdLikeAnyOther() {
		List<CrmCustomer> customers = List.of(customer("a\nb", "Same"), customer("a", "Same"), customer("a\nc", "Same"),
				customer("\n", "Same"));
		assertThat(Walk.all(adapterOf(customers)).idsInPagesOf(1)).containsExactly("\n", "a", "a\nb", "a\nc");
	}

}
