package io.frontlineservice.crm.reader;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.worker.WorkerIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers in CSV, as spreadsheets and CRMs export it. */
class CsvCustomersTests {

	private static final String HEADER = "customer_id,display_name,worker,phone,whatsapp,email,company,language\n";

	@TempDir
	private Path folder;

	@Test
	void allColumnsAreRead() throws IOException {
		CrmCustomer nora = csv(HEADER
				+ "007,\"Lind, Nora\",Ada@example.com,(415) 555-0101,+44 20 7946 0101,nora@example.com,Lind & Co,de\n")
			.first();
		assertThat(nora.id().value()).isEqualTo("007");
		assertThat(nora.name()).isEqualTo("Lind, Nora");
		assertThat(nora.owners()).containsExactly(identity("ada@example.com"));
		assertThat(nora.owners()).extracting(WorkerIdentity::written).containsExactly("Ada@example.com");
		assertThat(nora.card().channels()).extracting(Channel::value)
			.containsExactly("+14155550101", "whatsapp:+442079460101");
		assertThat(nora.emails()).containsExactly("nora@example.com");
		assertThat(nora.company()).isEqualTo("Lind & Co");
		assertThat(nora.language()).isEqualTo("de");
		assertThat(nora.attributes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "customer_id,display_name,tier\n1,Nora,gold\n",
			"customer_id;display_name;tier\n1;Nora;gold", "customer_id\tdisplay_name\ttier\r\n1\tNora\tgold\r\n",
			"tier,display_name,customer_id\n gold , Nora ,1\n", "\uFEFFcustomer_id,display_name,tier\n1,Nora,gold\n",
			"\uFEFF\"customer_id\",\"display_name\",\"tier\"\n\"1\",\"Nora\",\"gold\"\n",
			"\"customer_id\";\"display_name\";\"tier\"\n\"1\";\"Nora\";\"gold\"\n",
			"customer_id,display_name,tier\n\n1,Nora,gold\n\n" })
	void anyUsualNotationIsRead(String text) throws IOException {
		List<CrmCustomer> customers = csv(text).customers();
		assertThat(customers).hasSize(1);
		assertThat(customers.get(0).id().value()).isEqualTo("1");
		assertThat(customers.get(0).name()).isEqualTo("Nora");
		assertThat(customers.get(0).attributes()).isEqualTo(Map.of("tier", "gold"));
	}

	@Test
	void theSeparatorIsTheSignThatTheHeaderHasMostOf() throws IOException {
		CrmCustomer customer = csv("customer_id;display_name;\"tier, or rank\"\n1;Nora;gold, nearly\n").first();
		assertThat(customer.attributes()).isEqualTo(Map.of("tier, or rank", "gold, nearly"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "customers.tsv", "customers.txt", "CUSTOMERS.CSV" })
	void theNameOfTheFileMayEndAsTextFilesDo(String name) throws IOException {
		assertThat(WrittenFile.of(this.folder, name, "customer_id\tdisplay_name\n1\tNora\n").first().name())
			.isEqualTo("Nora");
	}

	@Test
	void quotesMayHoldSeparatorsQuotesAndLineBreaks() throws IOException {
		CrmCustomer customer = csv("customer_id,display_name,note\n1,\"Nora \"\"No\"\" Lind\",\"one,\ntwo\"\n").first();
		assertThat(customer.name()).isEqualTo("Nora \"No\" Lind");
		assertThat(customer.attributes()).containsEntry("note", "one,\ntwo");
	}

	@Test
	void rowThatLooksLikeTheEndMarkIsACustomer() throws IOException {
		List<CrmCustomer> customers = csv("customer_id,display_name\n" + EndMarkedText.MARK + ",Nora\n2,Ben\n")
			.customers();
		assertThat(customers).extracting(CrmCustomer::name).containsExactlyInAnyOrder("Nora", "Ben");
	}

	@Test
	void aSpreadsheetsFormulaIsJustAName() throws IOException {
		assertThat(csv("customer_id,display_name\n1,=cmd()|' /C calc'!A0\n").first().name())
			.isEqualTo("=cmd()|' /C calc'!A0");
	}

	@Test
	void columnsMayHaveOtherNames() throws IOException {
		FileFields columns = WrittenFile.former("customer-id", "Id", "display-name", "Full Name", "worker", "Owner",
				"phone", "Mobile", "whatsapp", "Mobile");
		CrmCustomer customer = csv("Full Name;Id;Owner;Mobile;worker\nNora;9;ada@example.com;+14155550101;x\n")
			.read(columns, null)
			.customers()
			.get(0);
		assertThat(customer.id().value()).isEqualTo("9");
		assertThat(customer.owners()).containsExactly(identity("ada@example.com"));
		assertThat(customer.card().channels()).extracting(Channel::value)
			.containsExactly("+14155550101", "whatsapp:+14155550101");
		assertThat(customer.attributes()).isEqualTo(Map.of("worker", "x"));
	}

	@Test
	void severalColumnsForAFieldAreReadInTheirOrder() throws IOException {
		FileFields fields = new FileFields(FieldMapping.of(Map.of(CustomerField.PHONE, List.of("Mobile", "Office"),
				CustomerField.CHAT, List.of("App"), CustomerField.DETAILS, List.of("Notes"))));
		List<CrmCustomer> customers = csv("""
				customer_id,display_name,Office,Mobile,App,Notes,details
				1,Nora,+14155550101,+14155550102,nora,likes tea,secret
				2,Zoe,+14155550103,,,,secret
				""").read(fields, "US").customers();
		assertThat(customers.get(0).channels()).extracting(Channel::value).containsExactly("+14155550102", "nora");
		assertThat(customers.get(0).card().details()).isEqualTo(new Detail(null, "likes tea"));
		assertThat(customers.get(1).channels()).extracting(Channel::value).containsExactly("+14155550103");
		assertThat(customers.get(1).card().details()).isNull();
	}

	@Test
	void allColumnsThatASettingNamesAreRead() throws IOException {
		FileFields fields = new FileFields(
				FieldMapping.of(Map.of(CustomerField.WORKER, List.of("Owner", "Deputy"), CustomerField.COMPANY,
						List.of("Account", "Employer"), CustomerField.DISPLAY_NAME, List.of("Name", "Nickname"))));
		List<CrmCustomer> customers = csv("""
				customer_id,Name,Nickname,Owner,Deputy,Account,Employer
				1,Nora,No,ada@example.com,ben@example.com,Lind,Marsh
				2,,Zoe,,carl@example.com,,Marsh
				""").read(fields, "US").customers();
		assertThat(customers).extracting(CrmCustomer::name).containsExactly("Nora", "Zoe");
		assertThat(customers).extracting(CrmCustomer::company).containsExactly("Lind", "Marsh");
		assertThat(customers.get(0).owners()).containsExactlyInAnyOrder(identity("ada@example.com"),
				identity("ben@example.com"));
		assertThat(customers.get(1).owners()).containsExactly(identity("carl@example.com"));
		assertThat(customers).allSatisfy((customer) -> assertThat(customer.attributes()).isEmpty());
	}

	@Test
	void columnIsNotShownToWorkersByItsNameAlone() throws IOException {
		CrmCustomer customer = csv("""
				customer_id,display_name,details,links,avatar,chat
				1,Nora,secret,https://example.com,https://example.com/a.png,nora
				""").first();
		assertThat(customer.card().details()).isNull();
		assertThat(customer.card().links()).isNull();
		assertThat(customer.card().avatar()).isNull();
		assertThat(customer.channels()).isEmpty();
		assertThat(customer.attributes()).containsKeys("details", "links", "avatar", "chat");
	}

	@Test
	void severalOwnersInOneCellAreSeveralOwners() throws IOException {
		CrmCustomer customer = csv(
				"customer_id,display_name,worker\n1,Nora,\"ada@example.com; ben@example.com\ncarl@example.com\"\n")
			.first();
		assertThat(customer.owners()).containsExactlyInAnyOrder(identity("ada@example.com"),
				identity("ben@example.com"), identity("carl@example.com"));
	}

	@Test
	void linkPatternNamesColumns() throws IOException {
		FileFields fields = new FileFields(FieldMapping.NONE.with(Map.of("level", "Tier"),
				Map.of("CRM", "https://crm.example.com/{{customer_id}}?t={{Tier}}"), null, null));
		CrmCustomer customer = csv("customer_id,display_name,Tier\n1/2,Nora,gold & old\n").read(fields, null)
			.customers()
			.get(0);
		assertThat(customer.card().links())
			.containsExactly(new Link("CRM", "https://crm.example.com/1%2F2?t=gold%20%26%20old", "CRM"));
		assertThat(customer.attributes()).containsEntry("level", "gold & old");
	}

	@Test
	void missingFieldsAreAbsent() throws IOException {
		CrmCustomer customer = csv(HEADER + "1,Nora\n").first();
		assertThat(customer.owners()).isEmpty();
		assertThat(customer.card().channels()).isNull();
		assertThat(customer.company()).isNull();
	}

	@Test
	void aLineWithTooManyFieldsIsBad() {
		assertBad("customer_id,display_name\n1,Nora\n2,Zoe,Marsh\n", "line 3", "more fields than the header");
	}

	@Test
	void aMissingColumnIsBad() {
		assertBad("id,display_name\n1,Nora\n", "line 1", "no column customer_id");
		assertBad("customer_id,label\n1,Nora\n", "line 1", "no column display_name");
	}

	@Test
	void anEmptyFileIsBad() {
		assertBad("", "empty");
	}

	@Test
	void aColumnThatStandsThereTwiceIsBad() {
		assertBad("customer_id,display_name,phone,phone\n1,Nora,,\n", "line 1", "the column phone twice");
	}

	@Test
	void aFileWithoutHeaderIsBadAndIsNotQuoted() {
		assertThat(assertBad("1,Nora Lind,,+14155550101,+14155550101,nora@example.com\n", "line 1"))
			.doesNotContain("Nora", "4155550101", "nora@example.com");
	}

	@Test
	void aQuoteLeftOpenIsBad() {
		assertBad("customer_id,display_name\n1,Nora\n2,\"Zoe\n3,Ann\n", "line 3", "quote");
	}

	@Test
	void textBehindAQuoteIsBad() {
		assertBad("customer_id,display_name\n1,Nora\n2,\"Zoe\" Marsh,x\n", "line 2");
	}

	@Test
	void anotherCharacterSetIsBad() throws IOException {
		WrittenFile file = WrittenFile.of(this.folder, "customers.csv",
				"customer_id,display_name\n1,Nora\n2,Jörg\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThatExceptionOfType(BadFileException.class).isThrownBy(file::read)
			.withMessageContaining("not UTF-8")
			.withMessageContaining("line ");
	}

	@Test
	void anIdThatIsMissingIsBad() {
		assertBad("customer_id,display_name\n1,Nora\n\n ,Zoe\n", "line 4", "no customer_id");
	}

	private WrittenFile csv(String text) throws IOException {
		return WrittenFile.of(this.folder, "customers.csv", text);
	}

	private String assertBad(String text, String... words) {
		BadFileException[] thrown = new BadFileException[1];
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> csv(text).read())
			.satisfies((ex) -> thrown[0] = ex);
		assertThat(thrown[0].getMessage()).contains(words).doesNotContain("Nora", "Zoe");
		return thrown[0].getMessage();
	}

}
