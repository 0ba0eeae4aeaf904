package io.frontlineservice.crm.reader;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.mapping.MappingReport.RowRemark;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import io.frontlineservice.customer.TestCustomers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers in JSON and YAML, as Twilio's sample has them and with our properties. */
class JsonCustomersTests {

	@TempDir
	private Path folder;

	@Test
	void theSamplesObjectsAreReadAsTheyAre() throws IOException {
		CrmCustomer customer = WrittenFile
			.of(this.folder, "customers.json",
					"""
							[{
							  "customer_id": 98,
							  "display_name": "Bobby Shaftoe",
							  "channels": [
							    { "type": "email", "value": "bobby@example.com" },
							    { "type": "sms", "value": "+14155550101" },
							    { "type": "whatsapp", "value": "whatsapp:+14155550101" }
							  ],
							  "links": [
							    { "type": "Facebook", "value": "https://facebook.example.com", "display_name": "Social Media Profile" }
							  ],
							  "details": { "title": "Information", "content": "Status: Active\\n\\nScore: 100" },
							  "avatar": "https://example.com/a.jpg",
							  "worker": "John@example.com"
							}]""")
			.first();
		assertThat(customer.id().value()).isEqualTo("98");
		assertThat(customer.name()).isEqualTo("Bobby Shaftoe");
		assertThat(customer.owners()).containsExactly(identity("john@example.com"));
		assertThat(customer.emails()).containsExactly("bobby@example.com");
		assertThat(customer.card().channels()).containsExactly(new Channel(ChannelType.SMS, "+14155550101"),
				new Channel(ChannelType.WHATSAPP, "whatsapp:+14155550101"));
		assertThat(customer.card().links()).containsExactly(
				new Link("Facebook", "https://facebook.example.com", "Social Media Profile"),
				new Link("Email", "mailto:bobby@example.com", "bobby@example.com"));
		assertThat(customer.card().details()).isEqualTo(new Detail("Information", "Status: Active\n\nScore: 100"));
		assertThat(customer.card().avatar()).isEqualTo("https://example.com/a.jpg");
	}

	@Test
	void ourOwnPropertiesAreRead() throws IOException {
		CrmCustomer customer = WrittenFile.of(this.folder, "customers.json", """
				[{"customer_id": "a/b", "display_name": "Nora", "worker": "Ada@Example.com",
				  "workers": ["BEN@example.com", " ", null, "*"], "email": " nora@example.com ", "company": "Lind",
				  "language": "de-AT", "updated_at": "2026-01-31T12:00:00+02:00",
				  "attributes": {"tier": "gold", "score": 7, "empty": "", "none": null}}]""").first();
		assertThat(customer.id().value()).isEqualTo("a/b");
		assertThat(customer.owners()).containsExactlyInAnyOrder(identity("ada@example.com"),
				identity("ben@example.com"), CrmCustomer.EVERYONE);
		assertThat(customer.emails()).containsExactly("nora@example.com");
		assertThat(customer.company()).isEqualTo("Lind");
		assertThat(customer.language()).isEqualTo("de-AT");
		assertThat(customer.updatedAt()).isEqualTo(Instant.parse("2026-01-31T10:00:00Z"));
		assertThat(customer.attributes()).containsOnly(Map.entry("tier", "gold"), Map.entry("score", "7"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { "98|98", "\"98\"|98", "\"007\"|007", "-1|-1",
			"\" 7 \"|7", "12345678901234567890123|12345678901234567890123", "\"{\\\"a\\\":1}\"|{\"a\":1}" })
	void idsAreTextHoweverTheyAreWritten(String written, String id) throws IOException {
		String json = "[{\"customer_id\": " + written + ", \"display_name\": \"Nora\"}]";
		assertThat(WrittenFile.of(this.folder, "customers.json", json).first().id().value()).isEqualTo(id);
	}

	@Test
	void yamlIsReadAsWell() throws IOException {
		List<CrmCustomer> customers = WrittenFile.of(this.folder, "customers.yml", """
				# our customers
				- customer_id: 98
				  display_name: Bobby
				  worker: john@example.com
				  channels:
				    - { type: sms, value: +14155550101 }
				    - type: whatsapp
				      value: "whatsapp:+14155550101"
				  details:
				    title: About
				    content: |
				      One line
				      and another
				- customer_id: 007
				  display_name: No
				  workers: [ ada@example.com, "*" ]
				  updated_at: 2026-01-31T12:00:00Z
				""").customers();
		assertThat(customers).extracting((it) -> it.id().value()).containsExactly("98", "007");
		assertThat(customers).extracting(CrmCustomer::name).containsExactly("Bobby", "No");
		assertThat(customers.get(0).card().channels()).extracting(Channel::value)
			.containsExactly("+14155550101", "whatsapp:+14155550101");
		assertThat(customers.get(0).card().details()).isEqualTo(new Detail("About", "One line\nand another\n"));
		assertThat(customers.get(1).updatedAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "customers.json, []", "customers.yml, []", "customers.yaml, '# none\n[]'", "CUSTOMERS.JSON, ' [ ] '",
			"'customers.csv', 'customer_id,display_name'" })
	void emptyListIsAccepted(String name, String text) throws IOException {
		assertThat(WrittenFile.of(this.folder, name, text).customers()).isEmpty();
	}

	@Test
	void propertiesThatNoCustomerHasAreNotedAndSkipped() throws IOException {
		WrittenFile.Read read = WrittenFile.of(this.folder, "customers.json", """
				[{"customer_id": 1, "displayname": {"x": [1, {"y": 2}]}, "display_name": "Nora", "Worker": "ada",
				  "channels": [{"type": "sms", "value": "+14155550101", "label": "home"}]},
				 {"customer_id": 2, "display_name": "Zoe", "displayname": "x"}]""").read();
		assertThat(read.report().unknownProperties()).containsExactlyInAnyOrder("displayname", "Worker", "label");
		assertThat(read.customers()).extracting(CrmCustomer::name).containsExactly("Nora", "Zoe");
	}

	@Test
	void propertyIsNotShownToWorkersByItsNameAlone() throws IOException {
		WrittenFile.Read read = WrittenFile.of(this.folder, "customers.json", """
				[{"customer_id": 1, "first_name": "Nora", "last_name": "Lind", "phone": "+14155550101",
				  "whatsapp": "+14155550102", "chat": "nora", "time_zone": "Europe/Berlin"}]""").read();
		CrmCustomer customer = read.customers().get(0);
		assertThat(customer.name()).isEqualTo("1");
		assertThat(customer.channels()).isEmpty();
		assertThat(customer.attributes()).isEmpty();
		assertThat(read.report().unknownProperties()).containsExactlyInAnyOrder("first_name", "last_name", "phone",
				"whatsapp", "chat", "time_zone");
	}

	@Test
	void propertiesOfOtherNamesAreReadWhereASettingNamesThem() throws IOException {
		FileFields fields = new FileFields(FieldMapping.of(Map.of(CustomerField.CUSTOMER_ID, List.of("id"),
				CustomerField.DISPLAY_NAME, List.of("name.full"), CustomerField.PHONE, List.of("phones.value"))));
		WrittenFile.Read read = WrittenFile.of(this.folder, "customers.json", """
				[{"id": 7, "name": {"full": "Nora Lind"}, "phones": [{"value": "+14155550101"}], "worker": "ada; ben",
				  "birthday": "1.1."}]""").read(fields, "US");
		CrmCustomer customer = read.customers().get(0);
		assertThat(customer.id().value()).isEqualTo("7");
		assertThat(customer.name()).isEqualTo("Nora Lind");
		assertThat(customer.owners()).containsExactlyInAnyOrder(identity("ada"), identity("ben"));
		assertThat(customer.channels()).extracting(Channel::value).containsExactly("+14155550101");
		assertThat(read.report().unknownProperties()).containsExactly("birthday");
	}

	@Test
	void nullIsAbsentEverywhere() throws IOException {
		CrmCustomer customer = WrittenFile.of(this.folder, "customers.json", """
				[{"customer_id": 1, "display_name": "Nora", "worker": null, "workers": null, "avatar": null,
				  "channels": null, "links": null, "details": null, "email": null, "company": null,
				  "language": null, "updated_at": null, "attributes": null}]""").first();
		assertThat(customer).isEqualTo(TestCustomers.customer("1", "Nora"));
	}

	@Test
	void propertyThatIsConfiguredAndThatNoCustomerHasIsRemarkedOn() throws IOException {
		FieldMapping fields = FieldMapping
			.of(Map.of(CustomerField.WORKER, List.of("ownr"), CustomerField.PHONE, List.of("mobile")));
		LoadReport report = WrittenFile.of(this.folder, "customers.json",
				"[{\"customer_id\": 1, \"owner\": \"ada@example.com\"}, {\"customer_id\": 2, \"mobile\": \"+14155550101\"}]")
			.read(new FileFields(fields), "US")
			.report();
		assertThat(report.remarksOnFile()).extracting(RowRemark::text)
			.containsExactly("frontline.crm.file.fields names the property ownr, which no customer in the file has; "
					+ "the nearest is owner");
	}

}
