package io.frontlineservice.crm.snapshot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is looked for among whatever customers, the oracle finds the same. */
class SearchPropertyTests {

	private static final List<Audience> AUDIENCES = List.of(Audience.EVERYONE, audience(ADA), audience(ADA, BEN),
			audience("nobody@example.com"));

	private static final String COMBINING_ACCENT = "\u0301";

	@Property(tries = 500, seed = "20260131", edgeCases = EdgeCasesMode.NONE)
	void aSearchFindsWhatTheOracleFindsInOrder(@ForAll("customers") List<CrmCustomer> customers,
			@ForAll("queries") String query, @ForAll @IntRange(max = 3) int audience,
			@ForAll @IntRange(min = 1, max = 6) int pageSize) {
		assertFound(customers, query, AUDIENCES.get(audience), pageSize);
	}

	@Property(tries = 150, seed = "20260201", edgeCases = EdgeCasesMode.NONE)
	void everyPieceOfANameFindsWhatTheOracleFinds(@ForAll("customers") List<CrmCustomer> customers,
			@ForAll @IntRange(max = 30) int from, @ForAll @IntRange(min = 1, max = 8) int length,
			@ForAll @IntRange(min = 1, max = 6) int pageSize) {
		for (CrmCustomer customer : customers) {
			String name = customer.name();
			int begin = Math.min(from, name.length());
			if (name.startsWith(COMBINING_ACCENT, begin)) {
				begin++;
			}
			assertFound(customers, name.substring(begin, Math.min(name.length(), begin + length)), Audience.EVERYONE,
					pageSize);
		}
	}

	private static void assertFound(List<CrmCustomer> customers, String query, Audience audience, int pageSize) {
		CustomerSnapshot snapshot = new CustomerSnapshot(customers);
		SnapshotCrm adapter = new SnapshotCrm(() -> snapshot);
		SearchOracle oracle = new SearchOracle(query);
		List<CrmCustomer> expected = Walk.all(adapter)
			.inPagesOf(100)
			.stream()
			.filter((it) -> audience.maySee(it) && oracle.finds(it))
			.sorted(Comparator.comparing((it) -> !oracle.isBeginningOf(it.name())))
			.toList();
		assertThat(new Walk(adapter, audience, query).idsInPagesOf(pageSize)).as("<%s> among %s", query, customers)
			.isEqualTo(ids(expected));
	}

	@Provide
	Arbitrary<List<CrmCustomer>> customers() {
		return people().list().ofMaxSize(12).map((people) -> {
			List<CrmCustomer> customers = new ArrayList<>();
			for (int i = 0; i < people.size(); i++) {
				Person it = people.get(i);
				customers.add(reachable(customer("id" + i, it.name(), it.owner()), it.company(), it.emails(),
						it.channels().toArray(Channel[]::new)));
			}
			return customers;
		});
	}

	private static Arbitrary<Person> people() {
		Arbitrary<String> owners = Arbitraries.of(ADA, BEN, ALL);
		Arbitrary<List<String>> emails = Arbitraries
			.of("ala@example.com", "o'brien@example.com", "al-b5@example.org", "Łola@example.com", "15@example.com",
					"ss.o@example.net")
			.list()
			.ofMaxSize(2);
		return Combinators.combine(names(), names().injectNull(0.5), emails, channels().list().ofMaxSize(2), owners)
			.as(Person::new);
	}

	private static Arbitrary<Channel> channels() {
		Arbitrary<String> numbers = Combinators
			.combine(Arbitraries.of("+1415555", "+49301234", "+3319900", "+44207946"),
					Arbitraries.of("0100", "0155", "0114", "0151"))
			.as(String::concat);
		return Combinators.combine(Arbitraries.of(ChannelType.values()), numbers).as((type, number) -> switch (type) {
			case SMS -> new Channel(type, number);
			case WHATSAPP -> new Channel(type, "whatsapp:" + number);
			case CHAT -> new Channel(type, "al");
		});
	}

	private static Arbitrary<String> names() {
		return Arbitraries
			.of("a", "l", "o", "s", "i", "Al", "Ł", "ł", "Å", "ß", "ss", "ñ", "Ø", "ø", "É", "E\u0301", "e", "İ", "ı",
					"'", "’", "-", " ", " ", " ", ".", "1", "5", "55")
			.list()
			.ofMinSize(1)
			.ofMaxSize(10)
			.map((letters) -> String.join("", letters));
	}

	@Provide
	Arbitrary<String> queries() {
		Arbitrary<String> digits = Arbitraries.of("(415)", "415", "555-01", "55501", "+1", "+49", "0", "030", "30 12",
				"01", "+44 20", "020", "33199", "+33 (0)", "1", "5", "0155", "4155550100", "+49 30 123401");
		Arbitrary<String> emails = Arbitraries.of("@", "ala@", "@example", "example.com", "o'brien@ex", ".com", "al-b",
				"lola@example.com", "<ala@example.com>", "a@e");
		Arbitrary<String> nothing = Arbitraries.of("", " ", "\t", "?", "???", "-", "'", "+", "()");
		Arbitrary<String> words = Arbitraries.oneOf(names(), names(), digits, emails, nothing);
		return Combinators.combine(words, words, Arbitraries.integers().between(1, 2))
			.as((one, other, count) -> (count == 1) ? one : one + " " + other);
	}

	private record Person(String name, String company, List<String> emails, List<Channel> channels, String owner) {
	}

}
