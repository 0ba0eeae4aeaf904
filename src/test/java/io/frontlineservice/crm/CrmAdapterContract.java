package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of {@link CrmAdapter} as tests that every adapter passes: extend it, and
 * put the customers that it passes into the CRM. Tests of a capability that the adapter
 * does not declare are skipped.
 */
public abstract class CrmAdapterContract extends CrmListContract {

	/** Some share a number, and one has no address. */
	private static final List<CrmCustomer> REACHABLE = List.of(
			at(customer("7", "Nora Lind", ADA), sms("+14155550101"), whatsApp("+14155550101")),
			at(customer("12", "Ann Hill", BEN), sms("+14155550101")),
			at(customer("3", "Zoe Marsh"), sms("+442079460101"), whatsApp("+442079460102")),
			at(customer("x-9", "Marc Dupont", ADA, BEN), whatsApp("+5511987654321")), customer("9", "Otto Frey", ADA),
			at(customer("40", "Everyone Hill", ALL), whatsApp("+14155550101")),
			at(customer("41", "Carla Rossi", BEN), chat("lina-berg")),
			at(customer("42", "Noah Hillman", ADA), chat("+14155550199")));

	@ParameterizedTest
	@ValueSource(strings = { "x} IN ALL FIELDS RETURNING User(Id) {", "' OR Name LIKE '%", "\\' OR 1=1 --", "%", "_",
			"*", "?", "(", ")", "[", "{", "\\", "\"", "^~:!|&+-", "hill hill?|xyzzy" })
	void searchIsNeverInterpretedAsAQuery(String search) {
		adapterThatCan(CrmCapability.SEARCH);
		List<String> all = Walk.all(adapter()).ids();
		assertThat(new Walk(adapter(), Audience.EVERYONE, search).ids()).isSubsetOf(all).hasSizeLessThan(all.size());
	}

	@Test
	void customerIsFoundByIdRegardlessOfOwner() {
		for (CrmCustomer wanted : CUSTOMERS) {
			CrmCustomer found = adapter().byId(wanted.id(), Walk.soon()).orElseThrow();
			assertThat(found.id().value()).isEqualTo(wanted.id().value());
			assertThat(found.name()).isEqualTo(wanted.name());
			assertThat(found.owners()).isEqualTo(wanted.owners());
		}
	}

	/** An owner that is missing in the newest answer loses the customer in older ones. */
	@Test
	void answersThatAreKeptInMemoryHaveAllOwnersOfACustomer() {
		CrmAdapter adapter = adapterOf(REACHABLE);
		assumeTrue(adapter.caching() == CrmCaching.ANSWERS);
		for (CrmCustomer listed : Walk.all(adapter).inPagesOf(100)) {
			CrmCustomer found = adapter.byId(listed.id(), Walk.soon()).orElseThrow();
			assertThat(listed.owners()).isEqualTo(found.owners());
			assertThat(found.channels()).allSatisfy(
					(channel) -> assertThat(adapter.byAddress(channel.toAddress(), Walk.soon())).contains(found));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "8", "07", "7.0", "0x7", "X-9", "", "../7", "7?x=1", "7\r\nx", "' OR 1=1 --", "ü" })
	void unknownIdFindsNoCustomer(String id) {
		assertThat(adapter().byId(id(id), Walk.soon())).isEmpty();
	}

	@Test
	void numberFindsAllItsCustomersRegardlessOfOwner() {
		assertReached(sms("+14155550101"), "7", "12", "40");
		assertReached(sms("+442079460101"), "3");
		assertReached(sms("+442079460102"), "3");
	}

	@Test
	void numberForSmsIsFoundByWhatsAppAndTheReverse() {
		assertReached(whatsApp("+14155550101"), "7", "12", "40");
		assertReached(sms("+5511987654321"), "x-9");
		assertReached(whatsApp("+5511987654321"), "x-9");
	}

	@ParameterizedTest
	@CsvSource({ "+5215512345678,+525512345678", "+551187654321,+5511987654321", "+556199887766,+5561999887766",
			"+5491123456789,+541123456789" })
	void numberInTheNotationOfWhatsAppIsTheSameNumber(String byWhatsApp, String byPeople) {
		assertReached(customersAt(sms(byPeople)), whatsApp(byWhatsApp), "1");
		assertReached(customersAt(whatsApp(byPeople)), whatsApp(byWhatsApp), "1");
		assertReached(customersAt(whatsApp(byWhatsApp)), sms(byPeople), "1");
		assertReached(customersAt(sms(byWhatsApp)), whatsApp(byPeople), "1");
		assertReached(customersAt(sms(byPeople), whatsApp(byWhatsApp)), whatsApp(byWhatsApp), "1", "2");
	}

	@ParameterizedTest
	@CsvSource({ "+551137654321,+5511937654321", "+554532782153,+5545932782153", "+521234567890,+52234567890",
			"+521551234567,+52551234567", "+52155123456789,+5255123456789", "+549112345678,+54112345678",
			"+54911234567890,+5411234567890", "+55118765432,+551198765432", "+561187654321,+5611987654321" })
	void numberWithoutANotationOfWhatsAppIsComparedUnchanged(String number, String other) {
		assertReached(customersAt(sms(number)), whatsApp(number), "1");
		assertReached(customersAt(sms(number)), whatsApp(other));
		assertReached(customersAt(whatsApp(other)), sms(number));
	}

	@Test
	void chatIdentityIsCaseSensitiveAndNeverANumber() {
		assertReached(chat("lina-berg"), "41");
		for (String identity : List.of("Lina-Berg", "lina", "lina-berg ", "+14155550101", "whatsapp:+5511987654321")) {
			assertReached(chat(identity));
		}
		assertReached(chat("+14155550199"), "42");
		assertReached(sms("+14155550199"));
		assertReached(whatsApp("+14155550199"));
	}

	/** Whether the adapter finds customers by user ids of WhatsApp. */
	protected boolean findsUserIds() {
		return true;
	}

	@Test
	void userIdOfWhatsAppFindsItsCustomerAsItIsWritten() {
		assumeTrue(findsUserIds());
		CrmAdapter adapter = adapterOf(List.of(at(customer("1", "Nora Lind", ADA), userId("US.14155550101")),
				at(customer("2", "Ann Hill", BEN), userId("DE.aB1")),
				at(customer("3", "Zoe Marsh"), sms("+14155550101"))));
		assertThat(adapter.byAddress(userId("US.14155550101"), Walk.soon())).extracting(CrmCustomer::name)
			.containsExactly("Nora Lind");
		assertThat(adapter.byAddress(userId("DE.aB1"), Walk.soon())).extracting(CrmCustomer::name)
			.containsExactly("Ann Hill");
		assertThat(adapter.byAddress(sms("+14155550101"), Walk.soon())).extracting(CrmCustomer::name)
			.containsExactly("Zoe Marsh");
		for (String other : List.of("DE.ab1", "DE.aB", "US.ENT.14155550101")) {
			assertThat(adapter.byAddress(userId(other), Walk.soon())).isEmpty();
		}
	}

	private static Address userId(String id) {
		return new Address(ChannelType.WHATSAPP, "whatsapp:" + id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155550102", "+1415555010", "+141555501011", "4155550101", "14155550101", "555",
			"12345", "ACME", "undefined", "null", "", " ", "+", "%", "*", "' OR 1=1 --", "+14155550101,+442079460101" })
	void textThatIsNotAnAddressFindsNoCustomer(String value) {
		assertReached(sms(value));
		assertReached(whatsApp(value));
		assertReached(new Address(ChannelType.WHATSAPP, value));
		assertReached(chat(value));
	}

	@Test
	void customersOfOneNumberAreInTheOrderOfTheListAndLimited() {
		List<CrmCustomer> customers = new ArrayList<>();
		for (int i = 0; i < CrmAdapter.MOST_AT_ONE_ADDRESS + 5; i++) {
			customers.add(at(customer(String.valueOf(90 - i), "Same Number"), sms("+14155550101")));
		}
		CrmAdapter adapter = adapterOf(customers);
		List<String> first = Walk.all(adapter).ids().subList(0, CrmAdapter.MOST_AT_ONE_ADDRESS);
		assertThat(ids(adapter.byAddress(sms("+14155550101"), Walk.soon()))).isEqualTo(first);
	}

	@Test
	void manyThreadsGetTheSameAnswersAsOne() throws Exception {
		CrmAdapter adapter = adapter();
		List<Walk> walks = List.of(Walk.all(adapter), new Walk(adapter, audience(ADA), ""),
				new Walk(adapter, audience(ADA, BEN), ""), new Walk(adapter, Audience.EVERYONE, "hill"),
				new Walk(adapter, audience(BEN), "ann"));
		List<List<String>> alone = walks.stream().map(Walk::ids).toList();
		List<Callable<List<String>>> tasks = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			Walk walk = walks.get(i % walks.size());
			int size = 1 + i % 4;
			tasks.add(() -> walk.idsInPagesOf(size));
		}
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<List<String>>> together = threads.invokeAll(tasks);
			for (int i = 0; i < together.size(); i++) {
				assertThat(together.get(i).get()).isEqualTo(alone.get(i % alone.size()));
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static List<CrmCustomer> customersAt(Address... addresses) {
		List<CrmCustomer> customers = new ArrayList<>();
		for (Address address : addresses) {
			customers.add(at(customer(String.valueOf(customers.size() + 1), "Nora Lind"), address));
		}
		return customers;
	}

	private void assertReached(Address address, String... ids) {
		assertReached(REACHABLE, address, ids);
	}

	private void assertReached(List<CrmCustomer> customers, Address address, String... ids) {
		CrmAdapter adapter = adapterOf(customers);
		List<String> expected = new ArrayList<>(Walk.all(adapter).ids());
		expected.retainAll(List.of(ids));
		List<CrmCustomer> found = adapter.byAddress(address, Walk.soon());
		if (!adapter.can(CrmCapability.EXACT_ADDRESS_LOOKUP)) {
			// As the guard does it.
			found = found.stream().filter((it) -> hasAddress(it, address)).toList();
		}
		assertThat(ids(found)).as(address.toString()).isEqualTo(expected);
	}

	private static boolean hasAddress(CrmCustomer customer, Address address) {
		return customer.channels().stream().anyMatch((channel) -> channel.toAddress().reachesSameAs(address));
	}

}
