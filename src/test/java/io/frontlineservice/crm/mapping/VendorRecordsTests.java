package io.frontlineservice.crm.mapping;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedCaseInsensitiveMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records of common CRMs are mapped by configuration alone. */
class VendorRecordsTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	@Test
	void hubSpotContactWithNestedProperties() {
		FieldMapping fields = FieldMapping
			.of(Map.of(CustomerField.CUSTOMER_ID, List.of("id"), CustomerField.FIRST_NAME,
					List.of("properties.firstname"), CustomerField.LAST_NAME, List.of("properties.lastname"),
					CustomerField.PHONE, List.of("properties.mobilephone", "properties.phone"), CustomerField.WHATSAPP,
					List.of("properties.hs_whatsapp_phone_number"), CustomerField.EMAIL, List.of("properties.email"),
					CustomerField.COMPANY, List.of("properties.company"), CustomerField.WORKER,
					List.of("properties.hubspot_owner_id"), CustomerField.UPDATED_AT, List.of("updatedAt")))
			.with(Map.of("stage", "properties.lifecyclestage"),
					Map.of("HubSpot", "https://app.hubspot.com/contacts/7/record/0-1/{{id}}"), "HubSpot",
					"Stage: {{properties.lifecyclestage}}\nTitle: {{properties.jobtitle|unknown}}");
		CrmCustomer customer = map(fields, json("""
				{"id": "100451", "properties": {"firstname": "Nora", "lastname": "Lind", "mobilephone": null,
				  "phone": "+33655555555", "hs_whatsapp_phone_number": "+33633333333", "email": "nora@example.com",
				  "company": "Lind & Co", "hubspot_owner_id": "6166860", "lifecyclestage": "lead", "jobtitle": ""},
				 "createdAt": "2024-01-17T19:55:04.281Z", "updatedAt": "2024-09-11T13:27:39.356Z",
				 "archived": false}"""));
		assertThat(customer.id().value()).isEqualTo("100451");
		assertThat(customer.name()).isEqualTo("Nora Lind");
		assertThat(customer.channels()).extracting(Channel::value)
			.containsExactly("+33655555555", "whatsapp:+33633333333");
		assertThat(customer.owners()).containsExactly(identity("6166860"));
		assertThat(customer.company()).isEqualTo("Lind & Co");
		assertThat(customer.updatedAt()).isEqualTo("2024-09-11T13:27:39.356Z");
		assertThat(customer.attributes()).isEqualTo(Map.of("first_name", "Nora", "stage", "lead"));
		assertThat(customer.card().details()).isEqualTo(new Detail("HubSpot", "Stage: lead\nTitle: unknown"));
		assertThat(customer.card().links()).containsExactly(
				new Link("HubSpot", "https://app.hubspot.com/contacts/7/record/0-1/100451", "HubSpot"),
				new Link("Email", "mailto:nora@example.com", "nora@example.com"));
	}

	@Test
	void salesforceRowWithNestedOwnerAndAnOffsetWithoutColon() {
		FieldMapping fields = FieldMapping
			.of(Map.of(CustomerField.CUSTOMER_ID, List.of("Id"), CustomerField.DISPLAY_NAME, List.of("Name"),
					CustomerField.PHONE, List.of("MobilePhone", "Phone"), CustomerField.COMPANY,
					List.of("Account.Name"), CustomerField.WORKER, List.of("Owner.Username"), CustomerField.UPDATED_AT,
					List.of("LastModifiedDate")))
			.with(Map.of("do_not_call", "DoNotCall", "revenue", "AnnualRevenue"), null, null, null);
		CrmCustomer customer = map(fields,
				json("""
						{"attributes": {"type": "Contact", "url": "/services/data/v67.0/sobjects/Contact/003A000001aaaAAQ"},
						 "Id": "003A000001aaaAAQ", "Name": "Bo O'Brien", "MobilePhone": "(415) 555-1212", "Phone": null,
						 "Account": {"attributes": {"type": "Account"}, "Name": "Acme"}, "Owner": {"Username": "ada@example.com"},
						 "DoNotCall": true, "AnnualRevenue": 12500000.50,
						 "LastModifiedDate": "2026-11-22T10:00:00.000+0000"}"""));
		assertThat(customer.channels()).extracting(Channel::value).containsExactly("+14155551212");
		assertThat(customer.company()).isEqualTo("Acme");
		assertThat(customer.owners()).containsExactly(identity("ada@example.com"));
		assertThat(customer.updatedAt()).isEqualTo("2026-11-22T10:00:00Z");
		assertThat(customer.attributes()).isEqualTo(Map.of("do_not_call", true, "revenue", "12500000.50"));
	}

	@Test
	void sqlRowWithTypedColumnsInAnyCase() {
		UUID id = UUID.fromString("49b0be2e-d01c-ed11-b83e-000d3a572421");
		Map<String, Object> row = new LinkedCaseInsensitiveMap<>();
		row.putAll(Map.of("CUSTOMER_NO", id, "FULL_NAME", "Nora Lind", "MOBILE", "+14155550101", "OWNERS",
				"ada@example.com; ben@example.com", "BALANCE", new BigDecimal("0.0000001000"), "VIP", true, "CHANGED",
				Timestamp.from(Instant.parse("2026-01-31T12:00:00Z"))));
		FieldMapping fields = FieldMapping
			.of(Map.of(CustomerField.CUSTOMER_ID, List.of("customer_no"), CustomerField.DISPLAY_NAME,
					List.of("full_name"), CustomerField.PHONE, List.of("mobile", "landline"), CustomerField.WORKER,
					List.of("owners"), CustomerField.UPDATED_AT, List.of("changed")))
			.with(Map.of("balance", "balance", "vip", "vip"), null, null, "{{#vip}}VIP, {{/vip}}balance {{balance}}");
		CrmCustomer customer = map(fields, row);
		assertThat(customer.id().value()).isEqualTo(id.toString());
		assertThat(customer.owners()).containsExactlyInAnyOrder(identity("ada@example.com"),
				identity("ben@example.com"));
		assertThat(customer.attributes()).isEqualTo(Map.of("balance", "0.0000001000", "vip", true));
		assertThat(customer.updatedAt()).isEqualTo("2026-01-31T12:00:00Z");
		assertThat(customer.card().details()).isEqualTo(new Detail(null, "VIP, balance 0.0000001000"));
	}

	@Test
	void pipedrivePersonWithListsOfObjects() {
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.CUSTOMER_ID, List.of("id"),
				CustomerField.DISPLAY_NAME, List.of("name"), CustomerField.PHONE, List.of("phones.value"),
				CustomerField.EMAIL, List.of("emails.value"), CustomerField.WORKER, List.of("owner_id")));
		CrmCustomer customer = map(fields, json("""
				{"id": 1, "name": "Will Smith", "owner_id": 123, "org_id": 1234,
				 "emails": [{"value": "w@example.com", "primary": true, "label": "work"}, {"value": "x@example.com"}],
				 "phones": [{"value": "+37255512345", "primary": true, "label": "mobile"}], "custom_fields": {}}"""));
		assertThat(customer.id().value()).isEqualTo("1");
		assertThat(customer.emails()).containsExactly("w@example.com", "x@example.com");
		assertThat(customer.channels()).extracting(Channel::value).containsExactly("+37255512345");
		assertThat(customer.owners()).containsExactly(identity("123"));
	}

	@Test
	void airtableRecordWithAPictureAndABlankInAFieldName() {
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.CUSTOMER_ID, List.of("id"),
				CustomerField.DISPLAY_NAME, List.of("fields.Full Name"), CustomerField.PHONE, List.of("fields.Phone"),
				CustomerField.AVATAR, List.of("fields.Photo.thumbnails.small.url", "fields.Photo.url")));
		CrmCustomer customer = map(fields,
				json("""
						{"id": "rec560UJdUtocSouk", "createdTime": "2026-09-12T21:03:48.000Z", "fields": {"Full Name": "Ann Lee",
						  "Phone": "+14155551212", "Photo": [{"id": "att", "url": "https://example.com/a.png",
						    "thumbnails": {"small": {"url": "https://example.com/small.png", "width": 36}}}]}}"""));
		assertThat(customer.name()).isEqualTo("Ann Lee");
		assertThat(customer.card().avatar()).isEqualTo("https://example.com/small.png");
	}

	@Test
	void dataverseContactWithDotsInFieldNames() {
		FieldMapping fields = FieldMapping
			.of(Map.of(CustomerField.CUSTOMER_ID, List.of("contactid"), CustomerField.DISPLAY_NAME, List.of("fullname"),
					CustomerField.WORKER, List.of("_ownerid_value@OData.Community.Display.V1.FormattedValue")));
		CrmCustomer customer = map(fields,
				json("""
						{"@odata.etag": "W/\\"1\\"", "contactid": "49b0be2e", "fullname": "Yvonne McKay",
						 "_ownerid_value": "0c1b2a3d", "_ownerid_value@OData.Community.Display.V1.FormattedValue": "Amy, Agent"}"""));
		assertThat(customer.owners()).containsExactly(identity("Amy, Agent"));
	}

	private static CrmCustomer map(FieldMapping fields, Map<String, Object> record) {
		MappedCustomer mapped = new CustomerMapper(fields, new AddressReader("US")).map(CrmRecord.of(record));
		assertThat(mapped.remarks()).filteredOn((remark) -> remark.kind() != Remark.Kind.NO_WORKER).isEmpty();
		return mapped.customer();
	}

	private static Map<String, Object> json(String text) {
		return JSON.readValue(text, new TypeReference<>() {
		});
	}

}
