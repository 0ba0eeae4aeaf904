package io.frontlineservice.crm.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The channels and links of a file that reach the app, and the remarks on the others. */
class CustomerContactTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "sms, +14155550101, +14155550101", "SMS, (415) 555-0101, +14155550101",
			"whatsapp, whatsapp: +5511987654321, whatsapp:+5511987654321",
			"WhatsApp, +14155550101, whatsapp:+14155550101", "chat, nora@example.com, nora@example.com",
			"sms, +52 1 55 1234 5678, +5215512345678", "sms, +5215512345678, +5215512345678",
			"whatsapp, +52 1 55 1234 5678, whatsapp:+5215512345678" })
	void channelsAreWrittenAsTwilioTakesThem(String type, String written, String value) throws IOException {
		WrittenFile file = channel(type, written);
		assertThat(file.first().card().channels()).extracting(Channel::value).containsExactly(value);
	}

	@ParameterizedTest
	@CsvSource({ "sms, undefined, not a phone number", "whatsapp, whatsapp:undefined, not a phone number",
			"whatsapp, whatsapp:, empty", "sms, '', empty", "sms, 12345, too short", "chat, system, reserved by Twilio",
			"fax, +14155550101, not sms", "'', +14155550101, not sms", "phone, +14155550101, not sms" })
	void aChannelThatCannotBeUsedIsLeftOutAndListed(String type, String written, String reason) throws IOException {
		WrittenFile file = channel(type, written);
		assertThat(file.first().card().channels()).isNull();
		assertThat(file.remarks()).singleElement().asString().contains("left out", reason);
	}

	@Test
	void channelsWithoutTypeOrValueAreLeftOut() throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder, """
				"display_name": "Nora", "channels": [null, {}, {"type": "sms"}, {"type": "sms", "value": null},
				{"value": "+14155550101"}]""");
		assertThat(file.first().card().channels()).isNull();
		assertThat(file.remarks()).hasSize(5);
	}

	@Test
	void aChannelThatIsThereTwiceIsShownOnce() throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder, """
				"display_name": "Nora", "channels": [{"type": "sms", "value": "+14155550101"},
				{"type": "sms", "value": "415-555-0101"}]""");
		assertThat(file.first().card().channels()).hasSize(1);
	}

	@Test
	void emailsAreLinksAfterTheOthersAndNoChannel() throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder,
				"""
						"display_name": "Nora", "email": "nora@example.com",
						"channels": [{"type": "Email", "value": "n+o r@example.com"}, {"type": "email", "value": "a&b?c@example.com"},
						  {"type": "email", "value": "nora@example.com"}],
						"links": [{"type": "Web", "value": "https://example.com/nora"}]""");
		assertThat(file.first().emails()).containsExactly("a&b?c@example.com", "nora@example.com");
		assertThat(file.first().card().channels()).isNull();
		assertThat(file.first().card().links()).containsExactly(new Link("Web", "https://example.com/nora", "Web"),
				new Link("Email", "mailto:a&b%3Fc@example.com", "a&b?c@example.com"),
				new Link("Email", "mailto:nora@example.com", "nora@example.com"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "undefined", "@", "nora@", "@example.com", "nora @example.com", "no\\u0000ra@example.com" })
	void whatIsNoEmailMakesNoLink(String email) throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder, "\"display_name\": \"N\", \"email\": \"" + email + "\"");
		assertThat(file.first().emails()).isEmpty();
		assertThat(file.first().card().links()).isNull();
		assertThat(file.remarks()).singleElement().asString().contains("e-mail address is left out");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			a@example.com;b@example.com             | a@example.com b@example.com
			a@example.com, b@example.com            | a@example.com b@example.com
			a@example.com,b@example.com;            | a@example.com b@example.com
			a@example.com b@example.com             | a@example.com b@example.com
			a@example.com / b@example.com           | a@example.com b@example.com
			a@example.com/b@example.com             | a@example.com b@example.com
			a@example.com\\nb@example.com           | a@example.com b@example.com
			a@example.com; A <a@example.com>        | a@example.com
			mailto:a@example.com                    | a@example.com
			MAILTO: a@example.com                   | a@example.com
			mailto:mailto:a@example.com             | a@example.com
			mailto:a@example.com?subject=Hi%20Ann   | a@example.com
			mailto:a%40example.com                  | a@example.com
			mailto:a@example.com,b@example.com      | a@example.com b@example.com
			mailto:a@example.com; mailto:b@example.com | a@example.com b@example.com
			Nora Lind <nora@example.com>            | nora@example.com
			\\"Lind, Nora\\" <nora@example.com>     | nora@example.com
			Lind <l@example.com>, Ann <a@example.com>; b@example.com | l@example.com a@example.com b@example.com
			<nora@example.com>                      | nora@example.com
			\\u00A0nora@example.com\\u00A0          | nora@example.com
			o'brien+a=c@example.com                 | o'brien+a=c@example.com
			""")
	void eachEmailAddressInATextBecomesALinkOfItsOwn(String written, String addresses) throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder, "\"display_name\": \"N\", \"email\": \"" + written + "\"");
		assertThat(file.remarks()).isEmpty();
		assertThat(file.first().emails()).containsExactlyInAnyOrder(addresses.split(" "));
		assertThat(file.first().card().links()).extracting(Link::value)
			.containsExactlyInAnyOrder(Stream.of(addresses.split(" ")).map("mailto:"::concat).toArray(String[]::new));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			a@example.com; n/a                      | a@example.com
			a@example.com b                         |
			a@b@example.com                         |
			mailto:                                 |
			;,                                      |
			""")
	void whatIsNoEmailAmongOthersIsLeftOutWithARemark(String written, String address) throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder, "\"display_name\": \"N\", \"email\": \"" + written + "\"");
		assertThat(file.first().emails()).isEqualTo((address != null) ? List.of(address) : List.of());
		assertThat(file.remarks()).singleElement().asString().contains("e-mail address is left out");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"(415) 555-0101 Bob"                    | +14155550101 | 0
			"415-555-0101; 415-555-0102"            | +14155550101 +14155550102 | 0
			"415-555-0101 / +49 30 901820"          | +14155550101 +4930901820 | 0
			"+1 415 555 0101, +49 30"               | +14155550101 | 0
			"+1 415 555 0101, 555-0102"             | +14155550101 | 1
			4.155550101E9                           | +14155550101 | 0
			14155550101                             | +14155550101 | 0
			4.15555E9                               | -            | 1
			"1-800-FLOWERS"                         | -            | 1
			"+4407700900123"                        | +447700900123 | 1
			""")
	void aTextBecomesTheChannelsThatWereMeant(String json, String numbers, int remarks) throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder,
				"\"display_name\": \"Nora\", \"channels\": [{\"type\": \"sms\", \"value\": " + json + "}]");
		List<String> expected = numbers.equals("-") ? List.of() : List.of(numbers.split(" "));
		assertThat(file.first().channels()).extracting(Channel::value).isEqualTo(expected);
		assertThat(file.remarks()).hasSize(remarks);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/a?b=c#d", "http://example.com", "HTTPS://EXAMPLE.COM",
			"tel:+14155550101", "mailto:nora@example.com?subject=Hi" })
	void linksThatAPhoneCanOpenAreKept(String url) throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder, "\"display_name\": \"N\", \"links\": "
				+ "[{\"type\": \" CRM\\n\", \"value\": \" " + url + " \", \"display_name\": \"Open\"}]");
		assertThat(file.first().card().links()).containsExactly(new Link("CRM", url, "Open"));
		assertThat(file.remarks()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/nora", "example.com", "javascript:alert(1)", "file:///etc/passwd", "gopher://example.com",
					"https://", "undefined", "", "https://example.com/a b", "intent://x", "data:text/html,x" })
	void linksThatAreNotAbsoluteAreLeftOut(String url) throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder,
				"\"display_name\": \"N\", \"links\": [{\"type\": \"CRM\", \"value\": \"" + url + "\"}]");
		assertThat(file.first().card().links()).isNull();
		assertThat(file.remarks()).singleElement().asString().contains("a link is left out");
	}

	@Test
	void aLinkWithoutWordsHasItsTypeForThem() throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder,
				"\"display_name\": \"N\", \"links\": [null, {\"value\": \"https://example.com\"}]");
		assertThat(file.first().card().links()).isEqualTo(List.of(new Link("Link", "https://example.com", "Link")));
		assertThat(file.remarks()).hasSize(1);
	}

	private WrittenFile channel(String type, String value) throws IOException {
		return WrittenFile.customer(this.folder, "\"display_name\": \"Nora\", \"channels\": [{\"type\": \"" + type
				+ "\", \"value\": \"" + value + "\"}]");
	}

}
