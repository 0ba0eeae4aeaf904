package io.frontlineservice.crm.reader;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.BadFileException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that spreadsheets have saved are read as the person meant them. */
class SpreadsheetFileTests {

	@TempDir
	private Path folder;

	/** Each is Nora, of the tier gold, and of Ada. */
	@ParameterizedTest
	@ValueSource(strings = {
			// rows of separators only
			"customer_id,display_name,worker,tier\n1,Nora,ada@example.com,gold\n,,,\n,,,\n",
			"customer_id;display_name;worker;tier\n;;;\n1;Nora;ada@example.com;gold\n ; ;\u00A0;\n",
			",,,\ncustomer_id,display_name,worker,tier\n1,Nora,ada@example.com,gold\n",
			"customer_id,display_name,worker,tier\n1,Nora,ada@example.com,gold\n,,,,,,\n\"\",\"\",,\n\u001A",
			// empty surplus fields
			"customer_id,display_name,worker,tier\n1,Nora,ada@example.com,gold,\n",
			"customer_id,display_name,worker,tier\n1,Nora,ada@example.com,gold,,, ,\u00A0\n",
			"customer_id,display_name,worker,tier,,\n1,Nora,ada@example.com,gold,,\n",
			// the separator as the first line says
			"sep=;\ncustomer_id;display_name;worker;tier\n1;Nora;ada@example.com;gold\n",
			"\uFEFFsep=;\r\ncustomer_id;display_name;worker;tier\r\n1;Nora;ada@example.com;gold\r\n",
			"SEP=,\ncustomer_id,display_name,worker,tier\n1,Nora,ada@example.com,gold\n",
			"\"sep=;\"\n\"customer_id\";\"display_name\";\"worker\";\"tier\"\n1;Nora;ada@example.com;gold\n",
			"sep=\t\ncustomer_id\tdisplay_name\tworker\ttier\n1\tNora\tada@example.com\tgold\n",
			"sep=|\ncustomer_id|display_name|worker|tier\n1|Nora|ada@example.com|gold\n",
			"sep=^\ncustomer_id^display_name^worker^tier\n1^Nora^ada@example.com^gold\n",
			"sep=;;;;\ncustomer_id;display_name;worker;tier\n1;Nora;ada@example.com;gold\n",
			"customer_id|display_name|worker|tier\n1|Nora|ada@example.com|gold\n",
			// what does not show at the ends of cells
			"customer_id,display_name,worker,tier\n1\u00A0,\u00A0Nora\u00A0,ada@example.com\u00A0,gold\u00A0\n",
			"customer_id\u00A0,display_name\u2007,\u200Bworker,tier\uFEFF\n1,Nora,ada@example.com,gold\n",
			"customer_id,display_name,worker,tier\n\u200B1,\uFEFFNora\u2060,\u200Eada@example.com\u202F,\u3000gold\t\n",
			"customer_id,display_name,worker,tier\n1,\"Nora\u00A0\",\" ada@example.com\u00A0 \",\"\u00A0gold\"\n",
			// blanks around quotes
			"customer_id, display_name, worker, tier\n1, \"Nora\", \"ada@example.com\" , \"gold\"\n",
			"customer_id; \"display_name\" ;\t\"worker\"; \"tier\"\n 1;  \"Nora\";\"ada@example.com\"  ;gold\n",
			// ends of lines
			"customer_id,display_name,worker,tier\r1,Nora,ada@example.com,gold\r",
			"customer_id,display_name,worker,tier\r\n\r\n1,Nora,ada@example.com,gold" })
	void aFileIsReadAsThePersonMeant(String text) throws IOException {
		WrittenFile file = csv(text);
		assertThat(file.customers()).hasSize(1);
		CrmCustomer nora = file.first();
		assertThat(nora.id().value()).isEqualTo("1");
		assertThat(nora.name()).isEqualTo("Nora");
		assertThat(nora.owners()).containsExactly(identity("ada@example.com"));
		assertThat(nora.attributes()).isEqualTo(Map.of("tier", "gold"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "customer_id;display_name;\"tier, or, rank, or, grade\"|;|tier, or, rank, or, grade",
					"\"tier, or, rank, or, grade\";customer_id;display_name|;|tier, or, rank, or, grade",
					"customer_id,display_name,\"tier;;;;;\"|,|tier;;;;;",
					"customer_id;display_name;\"tier\\n(gold, silver,,,)\"|;|tier (gold, silver,,,)",
					"customer_id,display_name,\"tier\\r\\nor rank\"|,|tier or rank",
					"customer_id;display_name;\"the \"\"tier\"\", or, so,\"|;|the \"tier\", or, so,",
					"customer_id; display_name; \"tier, or, rank,\"|;|tier, or, rank,",
					"customer_id;display_name;12\" tier, or|;|12\" tier, or" })
	void aHeaderCellMayHoldSeparatorsAndLineBreaks(String header, char separator, String name) throws IOException {
		String text = header.replace("\\n", "\n").replace("\\r", "\r") + "\n1" + separator + "Nora" + separator
				+ "gold\n";
		Map<String, ?> attributes = csv(header.startsWith("\"tier") ? text.replace("1;Nora;gold", "gold;1;Nora") : text)
			.first()
			.attributes();
		assertThat(attributes).hasSize(1);
		assertThat(attributes.get(name)).isEqualTo("gold");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE", "UTF-8" })
	void textWithAByteOrderMarkIsReadInItsEncoding(String charset) throws IOException {
		String text = "\uFEFFcustomer_id\tdisplay_name\tworker\r\n1\tJörg Łoś\tada@example.com\r\n";
		WrittenFile file = WrittenFile.of(this.folder, "customers.txt", text.getBytes(Charset.forName(charset)));
		assertThat(file.first().name()).isEqualTo("Jörg Łoś");
	}

	@Test
	void aFileOfAnotherEncodingSaysHowToSaveIt() throws IOException {
		WrittenFile file = WrittenFile.of(this.folder, "customers.csv",
				"customer_id,display_name\n1,Jörg\n".getBytes(Charset.forName("windows-1252")));
		assertThatExceptionOfType(BadFileException.class).isThrownBy(file::read)
			.withMessageContaining("line 2, column 4")
			.withMessageContaining("CSV UTF-8");
	}

	@Test
	void linesAreCountedBelowALineThatDeclaresTheSeparator() throws IOException {
		WrittenFile file = csv("sep=;\n;;\ncustomer_id;display_name\n1;Nora\n;;\n ;Zoe\n");
		assertThatExceptionOfType(BadFileException.class).isThrownBy(file::read).withMessageContaining("line 6");
	}

	@Test
	void valuesOfAColumnWithoutANameAreRemarkedOn() throws IOException {
		WrittenFile file = csv(
				"customer_id,display_name,worker,phone,\n1,Nora,ada@example.com,,\n2,Zoe,ada@example.com,,x\n");
		assertThat(file.customers()).hasSize(2);
		assertThat(file.remarks()).containsExactly("values in a column without a name in the header are left out");
	}

	@Test
	void ofTwoAttributesOfOneNameTheFirstIsRead() throws IOException {
		WrittenFile file = csv(
				"customer_id,display_name,worker,phone,whatsapp,email,tier,tier\n1,Nora,ada@example.com,,,,gold,tin\n");
		assertThat(file.first().attributes()).isEqualTo(Map.of("tier", "gold"));
		assertThat(file.remarks()).singleElement().asString().contains("a name twice");
	}

	/** In JSON and YAML a worker with such a blank would own nothing too. */
	@ParameterizedTest
	@CsvSource({ "customers.json, '[{\"customer_id\": \"7\", \"worker\": \"ada@example.com\u00A0\"}]'",
			"customers.yml, '- customer_id: 7\n  workers: [ \"\u200Bada@example.com\u3000\", \"\u00A0\" ]'" })
	void blanksOfAnyKindAroundAWorkerDoNotCountInAnyFormat(String name, String text) throws IOException {
		CrmCustomer customer = WrittenFile.of(this.folder, name, text.getBytes(StandardCharsets.UTF_8)).first();
		assertThat(customer.id().value()).isEqualTo("7");
		assertThat(customer.owners()).containsExactly(identity("ada@example.com"));
	}

	private WrittenFile csv(String text) throws IOException {
		return WrittenFile.of(this.folder, "customers.csv", text);
	}

}
