package io.frontlineservice.crm.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names fit on one line of a screen whatever stands in the file, and answers stay JSON.
 */
class CustomerTextTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Nora\\r\\nLind | Nora Lind", "\\u0000Nora\\u0007 | Nora", "Nora\\u2028Lind | Nora Lind",
					" Nora Lind\\t | Nora Lind", "\\u202Earon | aron", "N\\uD83D\\uDE00ra | N\uD83D\uDE00ra",
					"No\\u0301ra | No\u0301ra", "<b>Nora</b> | <b>Nora</b>", "$& {{Name}} | $& {{Name}}" })
	void namesAreOneLineAndOtherwiseAsWritten(String written, String name) throws IOException {
		assertThat(named(written)).isEqualTo(name);
	}

	@Test
	void longNamesAreCutBetweenCharacters() throws IOException {
		assertThat(named("n".repeat(256))).isEqualTo("n".repeat(256));
		assertThat(named("n".repeat(300))).isEqualTo("n".repeat(255) + "…");
		assertThat(named("\uD83D\uDE00".repeat(256))).isEqualTo("\uD83D\uDE00".repeat(256));
		assertThat(named("\uD83D\uDE00".repeat(300))).isEqualTo("\uD83D\uDE00".repeat(255) + "…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\\r\\n", "\\u0000", "\\u00A0", "\\u200B\\u200B", "\\uFEFF", "\\u202E \\u202C",
			"\\u3000" })
	void nameOfInvisibleCharactersIsMissing(String written) throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder,
				"\"company\": \"Lind & Co\", \"display_name\": \"" + written + "\"");
		assertThat(file.first().name()).isEqualTo("Lind & Co");
		assertThat(file.remarks()).singleElement().asString().contains("no display_name");
	}

	@Test
	void withoutNameTheCompanyThenTheEmailThenTheIdIsShown() throws IOException {
		String email = "\"email\": \"nora@example.com\"";
		assertThat(WrittenFile.customer(this.folder, email + ", \"company\": \"Lind\"").first().name())
			.isEqualTo("Lind");
		assertThat(WrittenFile.customer(this.folder, email).first().name()).isEqualTo("nora@example.com");
		assertThat(WrittenFile.customer(this.folder, "\"display_name\": null").first().name()).isEqualTo("1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\\nb", "{\\n1\\n}", "a\\u0000b" })
	void anIdShownForANameIsOneLineToo(String id) throws IOException {
		CrmCustomer customer = WrittenFile.of(this.folder, "one.json", "[{\"customer_id\": \"" + id + "\"}]").first();
		assertThat(customer.name()).doesNotContain("\n").isEqualTo(customer.id().value().replaceAll("[\n\\x00]", " "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"display_name\": \"N\\uD83Dra\"", "\"display_name\": \"N\", \"company\": \"\\uDE00\"",
			"\"display_name\": \"N\", \"details\": {\"title\": \"\\uD83D\", \"content\": \"x\\uDE00\\uD83D\"}",
			"\"display_name\": \"N\", \"channels\": [{\"type\": \"chat\", \"value\": \"n\\uD83D\"}]",
			"\"display_name\": \"N\", \"email\": \"n\\uD83D@example.com\"",
			"\"display_name\": \"N\", \"avatar\": \"https://example.com/\\uD83D\"",
			"\"display_name\": \"N\", \"links\": [{\"type\": \"\\uD83D\", \"value\": \"https://example.com/\\uDE00\"}]" })
	void halfACharacterNeverBreaksAnAnswer(String properties) throws IOException {
		CrmCustomer customer = WrittenFile.customer(this.folder, properties).first();
		JsonMapper json = new JsonMapper();
		byte[] answer = json.writeValueAsBytes(customer.card());
		assertThat(json.readTree(answer).get("customer_id").asString()).isEqualTo("1");
	}

	@Test
	void halfACharacterInANameIsABlankSoThatAPageCanBeginAfterIt() throws IOException {
		assertThat(named("N\\uD83Dra\\uDE00")).isEqualTo("N ra");
	}

	@Test
	void anIdThatShowsNothingIsAQuestionMarkForAName() throws IOException {
		assertThat(WrittenFile.of(this.folder, "one.json", "[{\"customer_id\": \"\\u0000\"}]").first().name())
			.isEqualTo("?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a.png", "a.png", "//example.com/a.png", "ftp://example.com/a.png", "file:///etc/passwd",
			"javascript:alert(1)", "nora@example.com", "https://", "https:///a.png", "https://exa mple.com/a.png",
			"data:image/png;base64,AAAA", "undefined" })
	void anAvatarThatIsNoAbsoluteWebAddressIsLeftOut(String avatar) throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder,
				"\"display_name\": \"Nora\", \"avatar\": \"" + avatar + "\"");
		assertThat(file.first().card().avatar()).isNull();
		assertThat(file.remarks()).singleElement().asString().contains("avatar");
	}

	@Test
	void aBlankAvatarIsAbsentWithoutRemark() throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder, "\"display_name\": \"Nora\", \"avatar\": \" \"");
		assertThat(file.first().card().avatar()).isNull();
		assertThat(file.remarks()).isEmpty();
	}

	@Test
	void anAvatarIsKeptAsWritten() throws IOException {
		String url = "https://example.com/a.png?size=%20&x=1#é";
		assertThat(WrittenFile.customer(this.folder, "\"display_name\": \"N\", \"avatar\": \" " + url + " \"")
			.first()
			.card()
			.avatar()).isEqualTo(url);
		String tooLong = "https://example.com/" + "a".repeat(2_048);
		assertThat(WrittenFile.customer(this.folder, "\"display_name\": \"N\", \"avatar\": \"" + tooLong + "\"")
			.first()
			.card()
			.avatar()).isNull();
	}

	private String named(String written) throws IOException {
		return WrittenFile.customer(this.folder, "\"display_name\": \"" + written + "\"").first().name();
	}

	@Test
	void attributesThatAreNoSingleValueAreLeftOut() throws IOException {
		WrittenFile file = WrittenFile.customer(this.folder,
				"\"display_name\": \"Nora\", \"attributes\": {\"tier\": 3, \"vip\": true, \"tags\": [\"a\"], \"none\": null}");
		assertThat(file.first().attributes()).isEqualTo(Map.of("tier", "3", "vip", true));
		assertThat(file.remarks()).containsExactly("an attribute is left out: it is not a single value");
	}

	@Test
	void anIdWithHalfACharacterIsRefusedBecauseNoPageTokenCouldHoldIt() throws IOException {
		WrittenFile file = WrittenFile.of(this.folder, "half.json", "[{\"customer_id\": \"\\ud83d\"}]");
		assertThatExceptionOfType(BadFileException.class).isThrownBy(file::read)
			.withMessageContaining("half a character");
	}

}
