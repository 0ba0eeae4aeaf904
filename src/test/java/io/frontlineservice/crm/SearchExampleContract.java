package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Searches as people type them, for adapters that search with package {@code crm.search}.
 */
public abstract class SearchExampleContract {

	private static final List<CrmCustomer> CUSTOMERS = List.of(
			reachable(customer("lukasz", "Łukasz Nowak"), "Ångström Labs", List.of("l.nowak@example.com")),
			reachable(customer("brien", "Siobhán O'Brien"), null, List.of("shiv@obrien.example.com"),
					new Channel(ChannelType.SMS, "+14155550101")),
			reachable(customer("strasse", "Jörg Straße"), "Bäckerei Weiß", List.of(),
					new Channel(ChannelType.SMS, "+4930123456"),
					new Channel(ChannelType.WHATSAPP, "whatsapp:+4930123456")),
			reachable(customer("istanbul", "İnci Yılmaz"), null, List.of("inci@example.com")),
			reachable(customer("emile", "E\u0301mile Søren-Nuñez"), "Æsir ﬁlms", List.of(),
					new Channel(ChannelType.CHAT, "emile-chat-55")),
			reachable(customer("whats", "Ann Hill"), null, List.of(),
					new Channel(ChannelType.WHATSAPP, "whatsapp:+14155550177")));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			lukasz          | lukasz
			ŁUKASZ          | lukasz
			Łukasz nowak    | lukasz
			now luk         | lukasz
			angstrom        | lukasz
			A\u030Angstro\u0308m | lukasz
			strasse         | strasse
			straße          | strasse
			STRASSE         | strasse
			weiss           | strasse
			jorg            | strasse
			o'brien         | brien
			O’Brien         | brien
			brien           | brien
			siobhan         | brien
			emile           | emile
			émile           | emile
			nunez           | emile
			soren-nunez     | emile
			aesir           | emile
			films           | emile
			inci            | istanbul
			INCI            | istanbul
			İNCİ            | istanbul
			yilmaz          | istanbul
			YILMAZ          | istanbul
			(415) 555-01    | brien whats
			+1 415          | brien whats
			415 555 0101    | brien
			4155550101      | brien
			+1-415-555-0101 | brien
			１４１５５５５０１０１ | brien
			030 123         | strasse
			030123456       | strasse
			+49 30 123456   | strasse
			(030) 12 34 56  | strasse
			+49 (0)30 123   | strasse
			0177            | whats
			nowak@example.com | lukasz
			<L.NOWAK@EXAMPLE.COM> | lukasz
			obrien.example  | brien
			ann 415         | whats
			ann - hill      | whats
			""")
	void findsExactlyTheseCustomers(String query, String ids) {
		assertThat(String.join(" ", found(query).stream().sorted().toList())).isEqualTo(ids);
	}

	@ParameterizedTest
	@ValueSource(strings = { "???", "-", "+", "()", "'", "\uD83D\uDE00", "ukasz", "iobhan", "asse", "ukas luk", "998",
			"ann nowak", "emile-chat", "chat", "undefined", "null", "415x", "ann 030", "%", "*", ".*" })
	void findsNoCustomer(String query) {
		assertThat(found(query)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\r\n", "\u3000", "\u00A0", "\u2007 " })
	void blankQueryIsThePlainList(String query) {
		assertThat(found(query)).hasSize(CUSTOMERS.size());
	}

	@Test
	void duplicateWordsInASearchAreOneWord() {
		assertThat(found("ann ann ANN")).containsExactly("whats");
	}

	@Test
	void turkishLettersAreFoundByPlainOnes() {
		assertThat(found("i")).contains("istanbul");
		assertThat(found("I")).contains("istanbul");
		assertThat(found("ı")).contains("istanbul");
		assertThat(found("İ")).contains("istanbul");
	}

	@Test
	void customersWithoutNumberOrEmailMatchNoSearchForOne() {
		CrmAdapter adapter = adapterOf(List.of(customer("1", "Nora Lind"), customer("2", "Zoe Marsh")));
		for (String query : List.of("0", "1", "+", "@", "@example.com", "nora@", "undefined", "5")) {
			assertThat(new Walk(adapter, Audience.EVERYONE, query).ids()).as(query)
				.isEqualTo(query.equals("nora@") ? List.of("1") : List.of());
		}
	}

	@Test
	void aLongSearchIsASearch() {
		assertThat(found("x".repeat(256))).isEmpty();
		assertThat(found("4 ".repeat(128))).containsExactlyInAnyOrder("brien", "strasse", "whats");
	}

	/** Returns an adapter for a CRM that has exactly these customers. */
	protected abstract CrmAdapter adapterOf(List<CrmCustomer> customers);

	private List<String> found(String query) {
		return new Walk(adapterOf(CUSTOMERS), Audience.EVERYONE, query).ids();
	}

}
