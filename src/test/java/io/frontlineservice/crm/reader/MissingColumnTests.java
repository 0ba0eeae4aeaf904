package io.frontlineservice.crm.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.reader.WrittenFile.Read;
import io.frontlineservice.datafile.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All columns that a header does not have are told at once, with the settings. */
class MissingColumnTests {

	@TempDir
	private Path folder;

	@Test
	void allMissingColumnsAreToldAtOnceWithTheColumnsAndGuesses() throws IOException {
		assertThat(
				problems("Nr,Wer,Betreuer,Rufnummer,Notiz\n1,Nora,ada@example.com,+14155550101,x\n", FieldMapping.NONE))
			.containsExactly(
					"line 1, column 1: the header has no column customer_id: set frontline.crm.file.fields.customer-id "
							+ "to the name that this column has in your file, perhaps Nr; if there are no ids, set it to \"\"",
					"line 1, column 1: the header has no column display_name: set frontline.crm.file.fields.display-name "
							+ "to the name that this column has in your file, perhaps Wer",
					"line 1, column 1: the header has no column for worker, phone, whatsapp, email: if it has another name "
							+ "there, set frontline.crm.file.fields.worker, frontline.crm.file.fields.phone, "
							+ "frontline.crm.file.fields.whatsapp, frontline.crm.file.fields.email to that name, and to "
							+ "nothing if there is none; perhaps frontline.crm.file.fields.worker: Betreuer, "
							+ "frontline.crm.file.fields.phone: Rufnummer",
					"line 1, column 1: the columns of the file are Nr, Wer, Betreuer, Rufnummer, Notiz");
	}

	@ParameterizedTest
	@CsvSource({ "'Handynr,Kundennr,Ansprechpartner', Kundennr, Ansprechpartner", "'Wer,e-mail', , Wer",
			"'id,Kunde,phone', id, Kunde", "'Client,CustNumber', CustNumber, Client" })
	void columnsThatLookLikeIdAndNameAreGuessed(String header, String id, String name) throws IOException {
		assertThat(problems(header + "\n", FieldMapping.NONE).subList(0, 2)).satisfiesExactly(
				(it) -> assertThat(it)
					.contains("in your file" + ((id != null) ? ", perhaps " + id : "") + "; if there"),
				(it) -> assertThat(it).endsWith("in your file, perhaps " + name));
	}

	@Test
	void theGuessesMakeTheFileUsable() throws IOException {
		FieldMapping guessed = FieldMapping
			.of(Map.of(CustomerField.CUSTOMER_ID, List.of("Nr"), CustomerField.DISPLAY_NAME, List.of("Wer"),
					CustomerField.WORKER, List.of("Betreuer"), CustomerField.PHONE, List.of("Rufnummer")));
		Read read = csv("Nr,Wer,Betreuer,Rufnummer\n1,Nora,ada@example.com,+14155550101\n")
			.read(new FileFields(guessed), "US");
		assertThat(read.customers()).singleElement().satisfies((nora) -> {
			assertThat(nora.name()).isEqualTo("Nora");
			assertThat(nora.owners()).hasSize(1);
			assertThat(nora.channels()).hasSize(1);
		});
	}

	@ParameterizedTest
	@CsvSource({ "Handy, phone, Handynr", "Mobil Nummer, phone, Mobilnumer", "Fax, phone, ",
			"Besitzer, worker, Besitzerin", "Level, company, Levels" })
	void configuredColumnThatIsAbsentIsAnErrorWithTheNearestColumn(String wanted, String key, String nearest)
			throws IOException {
		CustomerField field = CustomerField.valueOf(key.toUpperCase(java.util.Locale.ROOT));
		String header = "customer_id,display_name," + ((nearest != null) ? nearest : "Notiz");
		assertThat(problems(header + "\n1,Nora,x\n", FieldMapping.of(Map.of(field, List.of(wanted))))).first()
			.asString()
			.isEqualTo("line 1, column 1: frontline.crm.file.fields." + key + " names the column " + wanted
					+ ", which the header does not have"
					+ ((nearest != null) ? "; perhaps " + nearest + " is meant" : ""));
	}

	@Test
	void everyColumnOfAListIsChecked() throws IOException {
		FieldMapping phones = FieldMapping.of(Map.of(CustomerField.PHONE, List.of("Mobile", "Office")));
		assertThat(problems("customer_id,display_name,worker,Mobile\n1,Nora,,\n", phones))
			.anyMatch((it) -> it.contains("fields.phone names the column Office"))
			.noneMatch((it) -> it.contains("names the column Mobile"));
	}

	@Test
	void columnsInAttributesLinksAndDetailsAreChecked() throws IOException {
		FieldMapping texts = FieldMapping.NONE.with(Map.of("level", "Tier"),
				Map.of("CRM", "https://crm.example.com/{{Id}}"), null, "Rank {{Rank}}, tier {{tier}}");
		assertThat(problems("customer_id,display_name,tier\n1,Nora,gold\n", texts))
			.anyMatch((it) -> it
				.contains("fields.attributes.level names the column Tier, which the header does not have; "
						+ "perhaps tier is meant"))
			.anyMatch((it) -> it.contains("fields.link-patterns.CRM names the column Id"))
			.anyMatch((it) -> it.contains("fields.details-text names the column Rank"))
			.noneMatch((it) -> it.contains("names the column tier,"));
	}

	@Test
	void configuredColumnIsFoundInAnyCase() throws IOException {
		FieldMapping phone = FieldMapping.of(Map.of(CustomerField.PHONE, List.of("rufnummer")));
		assertThat(csv("customer_id,display_name,RUFNUMMER\n1,Nora,+14155550101\n").read(new FileFields(phone), "US")
			.report()
			.columns()).containsEntry("phone", List.of("RUFNUMMER"));
	}

	private List<String> problems(String text, FieldMapping fields) throws IOException {
		WrittenFile file = csv(text);
		BadFileException refused = catchThrowableOfType(BadFileException.class,
				() -> file.read(new FileFields(fields), "US"));
		return refused.problems();
	}

	private WrittenFile csv(String text) throws IOException {
		return WrittenFile.of(this.folder, "customers.csv", text);
	}

}
