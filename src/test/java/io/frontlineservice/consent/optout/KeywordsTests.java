package io.frontlineservice.consent.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages are keywords, for the numbers of which countries. */
class KeywordsTests {

	private static final String US = "+14155550101";

	private static final KeywordData DATA = KeywordData.read();

	private final Keywords keywords = new Keywords(DATA, Map.of("49", "Schluss", "all", "halt jetzt"),
			Map.of("de", "weiter"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+14155550101     | STOP, STOPALL, STOP ALL, UNSUBSCRIBE, END, QUIT, REVOKE, OPTOUT, OPT-OUT, CANCEL
			+15145550101     | STOP, ARRET, Arrêt, ARRETE, ARRETT, ALTO
			+33612345678     | STOP, arrêt, Arrêter, me désabonner, Désinscrire
			+4915112345678   | STOP, STOPP, abmelden, Abbestellen, Schluss, RET
			+436641234567    | STOPP, Abmelden
			+41791234567     | STOPP, Arrêt, Ferma
			+34612345678     | BAJA, alto, Dar de baja, cancelar, PARAR
			+525512345678    | BAJA, ALTO
			+5511912345678   | PARAR, SAIR, Cancelar
			+351912345678    | PARAR, sair
			+393331234567    | FERMA, annulla
			+31612345678     | AFMELDEN, uitschrijven
			+32470123456     | AFMELDEN, Arrêt
			+4520123456      | AFMELD, Frameld
			+4791234567      | AVMELD
			+46701234567     | AVSLUTA, Stoppa
			+358401234567    | LOPETA, Avsluta
			+48501234567     | REZYGNUJĘ, wypisz
			+905301234567    | İPTAL, iptal, RET, ıptal
			+79161234567     | СТОП, отписаться
			+380501234567    | СТОП, ВІДПИСАТИСЯ
			+306912345678    | ΣΤΟΠ, διακοπή
			+972501234567    | הסר, הסירו, STOP
			+966501234567    | إيقاف, ايقاف, إلغاء الاشتراك
			+919812345678    | बंद करें, STOP
			+819012345678    | 停止, 配信停止
			+8613912345678   | 退订
			+821012345678    | 수신거부
			+6281234567890   | BERHENTI
			+66812345678     | หยุด
			whatsapp:+4915112345678 | Abmelden
			""")
	void wordsOfCountryOptOut(String number, String words) {
		for (String word : words.split(",", -1)) {
			assertThat(this.keywords.in(word, address(number))).as(word).map(Keyword::optsOut).contains(true);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "stop", "Stop.", " STOP! ", "\"stop\"", "S\u200BTOP", "\u200F\u202BSTOP\u202C",
			"STOP \uD83D\uDED1", "\uD83D\uDED1\uFE0FSTOP\uD83D\uDED1", "*STOP*", "ＳＴＯＰ", "STOP\n", "\u00A0STOP\u00A0",
			"s.t.o.p", "Stöp", "STOP???", "opt out", "Opt-Out", "\uFEFFstop", "¡STOP!" })
	void caseBlanksPunctuationEmojiAndDirectionMarksDoNotCount(String body) {
		assertThat(this.keywords.in(body, address(US))).map(Keyword::optsOut).contains(true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Please stop writing to me", "stop it", "don't stop", "Stop by at five?", "the end",
			"END2", "Non stop", "STOP 1", "cancel my order", "I quit", "", " ", "\uD83D\uDED1", "!!!", "stopp",
			"abmelden", "ferma", "HELP", "no", "stopstop", "yes please" })
	void otherMessagesAreNotKeywordsInUsa(String body) {
		assertThat(this.keywords.in(body, address("+12025550143"))).isEmpty();
	}

	@Test
	void messageWithoutTextOrOfManyWordsIsNotKeyword() {
		assertThat(this.keywords.in(null, address(US))).isEmpty();
		assertThat(this.keywords.in("STOP".repeat(1000), address(US))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "+14155550101, START", "+14155550101, unstop!", "+14155550101, Yes", "+4915112345678, Weiter",
			"+33612345678, Démarrer", "+34612345678, Alta" })
	void startWordsOptIn(String number, String body) {
		assertThat(this.keywords.in(body, address(number))).map(Keyword::optsOut).contains(false);
	}

	@Test
	void wordsOfSettingsApplyToTheirNumbersOnly() {
		assertThat(this.keywords.in("Schluss!", address("+4915112345678"))).contains(new Keyword(true, "Schluss"));
		assertThat(this.keywords.in("Schluss!", address("+436641234567"))).isEmpty();
		assertThat(this.keywords.in("halt jetzt", address(US))).isPresent();
	}

	@Test
	void everyWordAppliesToPersonWithoutNumber() {
		assertThat(this.keywords.in("Abmelden", Address.ofIdentity("lina"))).isPresent();
	}

	@Test
	void everyWordOfDataIsItsOwnKeyword() {
		List<String> lost = new ArrayList<>();
		DATA.stop().forEach((language, words) -> {
			for (String word : words.split(",", -1)) {
				if (KeywordText.of(word).isEmpty()
						|| this.keywords.in(word, Address.ofIdentity("lina")).filter(Keyword::optsOut).isEmpty()) {
					lost.add(language + " " + word);
				}
			}
		});
		assertThat(lost).isEmpty();
		assertThat(DATA.languages().values()).allSatisfy((list) -> assertThat(list.split(", "))
			.allMatch((language) -> language.equals("en") || DATA.stop().containsKey(language)));
	}

	private static Address address(String number) {
		return InboundAddresses.read(number).get(0);
	}

}
