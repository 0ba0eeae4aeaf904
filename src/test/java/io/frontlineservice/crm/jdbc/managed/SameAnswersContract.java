package io.frontlineservice.crm.jdbc.managed;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.file.FileCrms;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of this service give the same answers as a file with the same customers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SameAnswersContract {

	private static final List<CrmCustomer> CUSTOMERS = AwkwardCustomers.all();

	private static final List<Audience> AUDIENCES = List.of(Audience.EVERYONE, audience("ADA@example.com"),
			audience("ada@example.com", "ben@example.com"), audience(AwkwardCustomers.OWNERS.toArray(String[]::new)),
			audience("o".repeat(300)), new Audience(false, Set.of(WorkerIdentity.of(""))), audience("stranger"));

	private final CrmAdapter file = FileCrms.of(CUSTOMERS);

	private ManagedDatabase database;

	private CrmAdapter tables;

	abstract ManagedDatabase newDatabase();

	@BeforeAll
	void open() {
		this.database = newDatabase();
		this.tables = this.database.with(CUSTOMERS);
	}

	@AfterAll
	void close() {
		if (this.database != null) {
			this.database.close();
		}
	}

	private static Audience audience(String... owners) {
		return Audience.of(WorkerIdentity.setOf(List.of(owners)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 7, 50, 334, 1_002, 1_003, 1_004 })
	void pagesOfAnySizeAreThoseOfTheFile(int size) {
		for (Audience audience : AUDIENCES) {
			assertThat(new Walk(this.tables, audience, "").inPagesOf(size))
				.isEqualTo(new Walk(this.file, audience, "").inPagesOf(size));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 300, ManagedSearch.BUDGET })
	void searchesFindWhatTheFileFinds(int budget) {
		CrmAdapter searched = this.database.tables(budget);
		Random random = new Random(budget);
		for (int i = 0; i < 60; i++) {
			String query = query(random);
			Audience audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
			int size = 1 + random.nextInt(100);
			assertThat(new Walk(searched, audience, query).inPagesOf(size)).as("<%s>", query)
				.isEqualTo(new Walk(this.file, audience, query).inPagesOf(size));
		}
	}

	/** One or two pieces of what customers have. */
	private static String query(Random random) {
		List<String> words = new ArrayList<>();
		for (int i = random.nextInt(2); i >= 0; i--) {
			CrmCustomer customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
			List<String> texts = new ArrayList<>(customer.emails());
			texts.add(customer.name());
			customer.channels().forEach((channel) -> texts.add(channel.value()));
			String text = texts.get(random.nextInt(texts.size()));
			int from = random.nextBoolean() ? 0 : random.nextInt(text.length());
			words.add(text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(12))));
		}
		return String.join(" ", words);
	}

	@Test
	void everyIdAndEveryAddressFindsWhatTheFileFinds() {
		for (CrmCustomer customer : CUSTOMERS) {
			assertThat(this.tables.byId(customer.id(), Walk.soon())).contains(customer);
		}
		CUSTOMERS.stream()
			.flatMap((it) -> it.channels().stream())
			.distinct()
			.map(Channel::toAddress)
			.forEach((address) -> {
				assertSameReached(address);
				assertSameReached(new Address(ChannelType.CHAT, address.value()));
			});
	}

	private void assertSameReached(Address address) {
		assertThat(this.tables.byAddress(address, Walk.soon())).isEqualTo(this.file.byAddress(address, Walk.soon()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "a\0b", "\uD800", "\uD83D", "a\uDE00 ann", "ann\0@example" })
	void textThatNoDatabaseStoresFindsWhatTheFileFinds(String text) {
		assertThat(this.tables.list(Audience.EVERYONE, "", "Ann\n" + text, 9, Walk.soon()).customers()).hasSize(9);
		assertThat(new Walk(this.tables, AUDIENCES.get(1), text).ids())
			.isEqualTo(new Walk(this.file, AUDIENCES.get(1), text).ids());
		assertThat(new Walk(this.tables, audience(text), "").ids())
			.isEqualTo(new Walk(this.file, audience(text), "").ids());
		assertThat(this.tables.byId(new CustomerId(text), Walk.soon())).isEmpty();
		assertSameReached(new Address(ChannelType.CHAT, text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "a\0b", "A\0", "id 1\n\0", "\uFF41\0" })
	void pageAfterAnIdWithNulIsThatOfTheFile(String id) {
		for (String name : List.of("Ann", "ann", "\0", "Maria\0")) {
			String cursor = name + "\n" + id;
			assertThat(this.tables.list(Audience.EVERYONE, "", cursor, 9, Walk.soon()))
				.isEqualTo(this.file.list(Audience.EVERYONE, "", cursor, 9, Walk.soon()));
		}
	}

	@Test
	void characterThatNoDatabaseStoresIsReplacedInTexts() {
		Customer card = new Customer("1", "Nora", null, null, new Detail("a\0b", "a\uD800b"), null);
		CrmCustomer odd = new CrmCustomer(card, Set.of(), List.of(), null, null, null, Map.of("\0", "\uDC00\\u0000"));
		CustomerContent content = CustomerContent.ofJson(CustomerContent.of(odd).toJson());
		assertThat(content.details()).isEqualTo(new Detail("a\uFFFDb", "a\uFFFDb"));
		assertThat(content.attributes()).isEqualTo(Map.of("\uFFFD", "\uFFFD\\u0000"));
	}

	@Test
	void summaryCountsWhatTheFileHas() {
		CustomerSummary counted = this.tables.summary().orElseThrow();
		CustomerSummary read = this.file.summary().orElseThrow();
		assertThat(counted.customers()).isEqualTo(1_003).isEqualTo(read.customers());
		assertThat(counted.attributes()).isEqualTo(read.attributes());
		assertThat(counted.withCompany()).isEqualTo(read.withCompany());
		assertThat(counted.withLanguage()).isEqualTo(read.withLanguage());
		assertThat(counted.owners()).containsEntry(WorkerIdentity.of("ada@example.com"),
				read.owners().get(WorkerIdentity.of("ada@example.com")));
		assertThat(counted.owners()).hasSameSizeAs(read.owners());
	}

	@Test
	void examinationCountsCustomersWithoutNumber() {
		long unreachable = CUSTOMERS.stream()
			.filter((it) -> it.channels().stream().allMatch((channel) -> channel.toAddress().number() == null))
			.count();
		assertThat(this.database.tables().examine()).extracting("seen")
			.contains("1,003 customers, " + unreachable + " of them without a number");
	}

}
