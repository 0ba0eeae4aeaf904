package io.frontlineservice.crm.reader;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Headers of the usual exports are recognized, and missing columns are reported. */
@ExtendWith(OutputCaptureExtension.class)
class ExportHeaderTests {

	@TempDir
	private Path folder;

	/** Headers, and a row of Nora Lind from each product; further ones can be added. */
	static Stream<Arguments> exports() {
		return Stream.of(Arguments.of("Google Contacts",
				"First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
				"Nora,,Lind,,,Lind & Co,,,,* myContacts,* Work,nora@example.com,Mobile,+1 415 555 0101"),
				Arguments.of("Google Contacts, before 2024",
						"Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name",
						"Nora Lind,Nora,,Lind,* myContacts,*,nora@example.com,Mobile,+1 415 555 0101,,Lind & Co"),
				Arguments.of("Outlook",
						"Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Fax,Business Phone,Home Phone,Mobile Phone,E-mail Address,E-mail Type,E-mail Display Name",
						",Nora,,Lind,,Lind & Co,,,+1 415 555 0199,+1 415 555 0188,,+1 415 555 0101,nora@example.com,SMTP,Nora (nora@example.com)"),
				Arguments.of("Outlook, German",
						"Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Telefon (geschäftlich),Telefon (privat),Mobiltelefon,E-Mail-Adresse,E-Mail-Typ",
						",Nora,,Lind,,Lind & Co,,,,+1 415 555 0101,nora@example.com,SMTP"),
				Arguments.of("Outlook, French",
						"Titre,Prénom,Nom,Société,Téléphone (bureau),Tél. mobile,Adresse de messagerie",
						",Nora,Lind,Lind & Co,,+1 415 555 0101,nora@example.com"),
				Arguments.of("Outlook, Spanish",
						"Nombre,Apellidos,Organización,Teléfono del trabajo,Teléfono móvil,Dirección de correo electrónico",
						"Nora,Lind,Lind & Co,,+1 415 555 0101,nora@example.com"),
				Arguments.of("Outlook, Italian",
						"Nome,Cognome,Società,Telefono uff.,Cellulare,Indirizzo posta elettronica",
						"Nora,Lind,Lind & Co,,+1 415 555 0101,nora@example.com"),
				Arguments.of("Outlook, Portuguese",
						"Nome,Sobrenome,Empresa,Telefone comercial,Telefone celular,Endereço de email",
						"Nora,Lind,Lind & Co,,+1 415 555 0101,nora@example.com"),
				Arguments.of("Outlook, Dutch",
						"Voornaam,Achternaam,Bedrijf,Telefoon op werk,Mobiele telefoon,E-mailadres",
						"Nora,Lind,Lind & Co,,+1 415 555 0101,nora@example.com"),
				Arguments.of("HubSpot",
						"Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Company Name,Preferred language",
						"98,Nora,Lind,nora@example.com,+1 415 555 0101,ada@example.com,Lind & Co,de"),
				Arguments.of("HubSpot, German",
						"Datensatz-ID;Vorname;Nachname;E-Mail;Telefonnummer;Mobiltelefonnummer;Zuständiger Mitarbeiter;Unternehmensname;Bevorzugte Sprache",
						"98;Nora;Lind;nora@example.com;;+1 415 555 0101;ada@example.com;Lind & Co;de"),
				Arguments.of("Salesforce",
						"Contact ID,First Name,Last Name,Account Name,Mobile,Phone,Email,Contact Owner: Email,Contact Owner",
						"98,Nora,Lind,Lind & Co,+1 415 555 0101,+1 415 555 0188,nora@example.com,ada@example.com,Ada Okafor"),
				Arguments.of("Salesforce, German",
						"Kontakt-ID;Vorname;Nachname;Accountname;Mobil;Telefon;E-Mail;Kontaktinhaber",
						"98;Nora;Lind;Lind & Co;+1 415 555 0101;;nora@example.com;ada@example.com"),
				Arguments.of("Salesforce, Data Loader",
						"Id,AccountId,LastName,FirstName,MobilePhone,Email,OwnerId,Company,Owner",
						"98,001,Lind,Nora,+1 415 555 0101,nora@example.com,005,Lind & Co,ada@example.com"),
				Arguments.of("Salesforce, query",
						"Id,FirstName,LastName,Account.Name,MobilePhone,Email,Owner.Name,Owner.Email",
						"98,Nora,Lind,Lind & Co,+1 415 555 0101,nora@example.com,Ada Okafor,ada@example.com"),
				Arguments.of("HubSpot, with the owner's name and address",
						"Record ID - Contact,First Name,Last Name,Email,Mobile Phone Number,Phone Number,Contact owner,Contact owner email,Associated Company",
						"98,Nora,Lind,nora@example.com,,+1 415 555 0101,Ada Okafor,ada@example.com,Lind & Co"),
				Arguments.of("Pipedrive",
						"Person - ID,Person - Name,Person - Label,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Email - Other,Person - Phone - Work,Person - Phone - Home,Person - Phone - Mobile,Person - Phone - Other,Person - Owner",
						"98,Nora Lind,,Lind & Co,nora@example.com,,,+1 415 555 0188,,+1 415 555 0101,,ada@example.com"),
				Arguments.of("Pipedrive, in parts and in capitals",
						"PERSON - ID,PERSON - FIRST NAME,PERSON - LAST NAME,PERSON - ORGANIZATION,PERSON - EMAIL - OTHER,PERSON - PHONE - OTHER,PERSON - OWNER",
						"98,Nora,Lind,Lind & Co,nora@example.com,+1 415 555 0101,ada@example.com"),
				Arguments.of("Pipedrive, names of its API",
						"id,name,first_name,last_name,org_name,owner_name,email,phone",
						"98,Nora Lind,Nora,Lind,Lind & Co,ada@example.com,nora@example.com,+1 415 555 0101"),
				Arguments.of("a person's, with one name", "Customer ID,Name,Phone,E-Mail,Company,Worker",
						"98,Nora Lind,+1 415 555 0101,nora@example.com,Lind & Co,ada@example.com"),
				Arguments.of("a person's", "Customer ID,Full Name,Phone,E-Mail,Company,Worker",
						"98,Nora Lind,+1 415 555 0101,nora@example.com,Lind & Co,ada@example.com"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("exports")
	void theExportsOfCommonProductsAreUnderstood(String product, String header, String row) throws IOException {
		WrittenFile file = csv(header + "\n" + row + "\n");
		CrmCustomer nora = file.first();
		assertThat(nora.name()).isEqualTo("Nora Lind");
		assertThat(nora.card().channels()).extracting(Channel::value).containsExactly("+14155550101");
		assertThat(nora.emails()).containsExactly("nora@example.com");
		assertThat(nora.company()).isEqualTo("Lind & Co");
		if (header.contains("First Name")) {
			assertThat(nora.attributes().get("first_name")).isEqualTo("Nora");
		}
		if (row.startsWith("98")) {
			assertThat(nora.id().value()).isEqualTo("98");
			assertThat(nora.owners()).containsExactly(identity("ada@example.com"));
		}
		else {
			assertThat(nora.id().value()).isEqualTo(file.first().id().value()).hasSize(36);
			assertThat(file.remarks()).anyMatch((it) -> it.contains("frontline.crm.file.fields.customer-id"))
				.anyMatch((it) -> it.contains("frontline.crm.file.fields.worker"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Contact owner,Contact owner email", "Contact Owner,Contact Owner: Email",
			"Owner Full Name,Owner Email", "Owner.Name,Owner.Email", "Person - Owner,Person - Owner - Email",
			"Kontaktinhaber,Kontaktinhaber: E-Mail-Adresse", "Propriétaire,Propriétaire : E-mail",
			"Account Owner,Account Owner Email" })
	void addressOfOwnerIsPreferredAndTheNameFillsItsGaps(String columns) throws IOException {
		List<CrmCustomer> customers = csv(
				"customer_id,display_name," + columns + "\n1,Nora,Ada Okafor,ada@example.com\n2,Zoe,Ada Okafor,\n")
			.customers();
		assertThat(customers.get(0).owners()).containsExactly(identity("ada@example.com"));
		assertThat(customers.get(1).owners()).containsExactly(identity("Ada Okafor"));
	}

	@Test
	void ownerOfTheContactGoesBeforeTheOwnerOfTheCompany() throws IOException {
		CrmCustomer nora = csv(
				"customer_id,display_name,Account Owner: Email,Contact Owner\n1,Nora,ben@example.com,Ada Okafor\n")
			.first();
		assertThat(nora.owners()).containsExactly(identity("Ada Okafor"));
	}

	@ParameterizedTest
	@CsvSource({ "Phone, WhatsApp, E-Mail", "PHONE, WHATSAPP, EMAIL", "phone, Whatsapp, e-mail",
			"Phone Number, WhatsApp Number, Email Address", "Telefon, WhatsApp-Nummer, E-Mail-Adresse",
			"Handy, WhatsApp, Mail", "Mobile, WhatsApp Phone Number, E-mail address", "Téléphone, whatsapp, Courriel",
			"Móvil, WhatsApp, Correo electrónico", "Cellulare, WhatsApp, E-mail", "Telemóvel, WhatsApp, E-mail",
			"Mobiel, Whatsapp, E-mailadres", "Phone 1, WhatsApp, E-mail 1" })
	void numbersAndEmailsAreFoundUnderTheirUsualNames(String phone, String whatsApp, String email) throws IOException {
		WrittenFile file = csv("customer_id,display_name,worker," + phone + "," + whatsApp + "," + email
				+ "\n1,Nora,ada@example.com,+14155550101,+14155550102,nora@example.com\n");
		assertThat(file.first().card().channels()).extracting(Channel::value)
			.containsExactly("+14155550101", "whatsapp:+14155550102");
		assertThat(file.first().emails()).containsExactly("nora@example.com");
		assertThat(file.remarks()).isEmpty();
	}

	@Test
	void aConfiguredNameGoesBeforeAnyUsualOne() throws IOException {
		FileFields columns = columns("Office", "whatsapp");
		WrittenFile file = csv(
				"customer_id,display_name,worker,Mobile,Phone,Office\n1,Nora,ada@example.com,1,2,+14155550101\n");
		CrmCustomer nora = file.read(columns, "US").customers().get(0);
		assertThat(nora.card().channels()).extracting(Channel::value).containsExactly("+14155550101");
	}

	@Test
	void aNameThatIsSetToNothingSaysThatThereIsNoSuchColumn() throws IOException {
		LoadReport report = csv(
				"customer_id,display_name,worker,phone,email,tier,WhatsApp\n1,Nora,ada@example.com,,,gold,\n")
			.read(columns("phone", ""), "US")
			.report();
		assertThat(report.remarksOnFile()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "customer_id,display_name,worker,Rufnummer",
			"customer_id,display_name,worker,whatsapp,Rufnummer", "customer_id,display_name,worker" })
	void aHeaderThatIsNotUnderstoodIsSaidOnceAndWhichSettingToSet(String header, CapturedOutput output)
			throws IOException {
		LoadReport report = csv(header + "\n1,Nora,ada@example.com\n2,Zoe,ada@example.com\n").read().report();
		assertThat(report.remarksOnFile()).hasSize(1);
		assertThat(report.count()).isEqualTo(report.remarks().size()).isEqualTo(1);
		assertThat(report.remarks().get(0).text()).contains("frontline.crm.file.fields.phone");
		assertThat(report.remarks().get(0).text().contains("Rufnummer")).isEqualTo(header.contains("Rufnummer"));
		assertThat(output.getOut()).containsOnlyOnce("set frontline.crm.file.fields.phone");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Nummer,display_name|frontline.crm.file.fields.customer-id",
					"customer_id,Wer|frontline.crm.file.fields.display-name",
					"id,display_name|frontline.crm.file.fields.customer-id" })
	void withoutIdsOrNamesTheFileIsRefusedWithTheSettingToSet(String header, String setting) {
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> csv(header + "\n1,Nora\n").read())
			.withMessageContaining(setting);
	}

	@Test
	void nameBesideFirstNameIsTheLastName() throws IOException {
		assertThat(csv("Customer ID,Vorname,Name\n98,Nora,Lind\n").first().name()).isEqualTo("Nora Lind");
		assertThat(csv("Customer ID,Full Name,Name\n98,Nora Lind,x\n").first().name()).isEqualTo("Nora Lind");
	}

	@Test
	void aFileThatIsSaidToHaveNoIdsIsReadWithoutRemark() throws IOException {
		FileFields columns = WrittenFile.former("customer-id", "", "display-name", "Wer");
		WrittenFile.Read read = csv("Wer,worker,phone,whatsapp,email\nNora,ada@example.com,+14155550101,,\n")
			.read(columns, "US");
		assertThat(read.customers()).extracting(CrmCustomer::name).containsExactly("Nora");
		assertThat(read.report().remarks()).isEmpty();
	}

	@Test
	void severalValuesInOneExportAreAllRead() throws IOException {
		WrittenFile file = csv("""
				First Name,Last Name,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value,Phone 2 - Value
				Nora,Lind,a@example.com ::: b@example.com,c@example.com,+14155550101 ::: +14155550102,+14155550103
				""");
		assertThat(file.first().emails()).containsExactly("a@example.com", "b@example.com", "c@example.com");
		assertThat(file.first().card().channels()).extracting(Channel::value)
			.containsExactly("+14155550101", "+14155550102", "+14155550103");
	}

	@Test
	void rowsOfAnAddressBookThatStandThereTwiceOrAreEmptyAreCounted() throws IOException {
		WrittenFile file = csv("""
				First Name,Last Name,Mobile Phone,Notes
				Nora,Lind,+14155550101,
				Nora,Lind,+14155550101,x
				,,,only a note
				Nora,Lind,+14155550102,
				""");
		assertThat(file.customers()).hasSize(2);
		assertThat(file.remarks()).anyMatch((it) -> it.startsWith("2 rows are left out"));
	}

	@Test
	void columnsThatAreUnderstoodStayAttributesToo() throws IOException {
		CrmCustomer nora = csv("customer_id,display_name,worker,Phone\n1,Nora,ada@example.com,+14155550101\n").first();
		assertThat(nora.attributes()).isEqualTo(Map.of("Phone", "+14155550101"));
	}

	@Test
	void theReportNamesTheColumnsThatAreRead() throws IOException {
		LoadReport report = csv("Record ID,First Name,Last Name,Mobile Phone Number,Phone Number\n1,Nora,Lind,,\n")
			.read()
			.report();
		assertThat(report.columns()).containsEntry("customer-id", List.of("Record ID"))
			.containsEntry("phone", List.of("Mobile Phone Number", "Phone Number"));
	}

	@Test
	void eachKnownNameStandsThereOnceUnderASettingThatExists() {
		Set<String> all = new HashSet<>();
		assertThat(KnownColumns.names().keySet())
			.containsExactlyInAnyOrderElementsOf(FileFields.RECOGNIZED.stream().map(CustomerField::key).toList());
		KnownColumns.names().forEach((key, names) -> {
			assertThat(names).as(key).contains(key.replace('-', '_'));
			names.forEach((name) -> assertThat(all.add(KnownColumns.fold(name))).as(name).isTrue());
		});
	}

	private static FileFields columns(String phone, String whatsApp) {
		return WrittenFile.former("phone", phone, "whatsapp", whatsApp);
	}

	private WrittenFile csv(String text) throws IOException {
		return WrittenFile.of(this.folder, "customers.csv", text);
	}

}
