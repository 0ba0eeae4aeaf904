package io.frontlineservice.crm.mapping;

import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import io.frontlineservice.worker.WorkerIdentity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the values of a record are mapped, and the remarks on those left out. */
class CustomerMapperTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			ada@example.com; Ben@example.com                 | ada@example.com ben@example.com
			ada@example.com,ben@example.com,ADA@example.com  | ada@example.com ben@example.com
			"ada@example.com | ben@example.com"              | ada@example.com ben@example.com
			"ada@example.com\nben@example.com"               | ada@example.com ben@example.com
			"ada@example.com;;, "                            | ada@example.com
			*                                                | *
			""")
	void textWithSeveralOwnersHasSeveralOwners(String written, String owners) {
		assertThat(map(Map.of("worker", written)).owners()).extracting(WorkerIdentity::key)
			.containsExactlyInAnyOrder(owners.split(" "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Berg, Lina", "Berg, Lina (lina@example.com)", "ada@example.com, Ben" })
	void commaSeparatesOnlyEmailAddresses(String written) {
		assertThat(map(Map.of("worker", written)).owners()).containsExactly(identity(written));
		assertThat(map(Map.of("worker", written + "; carl")).owners()).containsExactlyInAnyOrder(identity(written),
				identity("carl"));
	}

	@Test
	void starIsEveryWorkerOnlyAsTheWholeTextOrAsAnEntryOfAList() {
		assertThat(map(Map.of("worker", " * ")).owners()).containsExactly(CrmCustomer.EVERYONE);
		assertThat(map(Map.of("worker", List.of("ada", "*"))).owners()).containsExactlyInAnyOrder(identity("ada"),
				CrmCustomer.EVERYONE);
		MappedCustomer mapped = mapped(fields(Map.of()), Map.of("worker", "ada; *"));
		assertThat(mapped.customer().owners()).containsExactly(identity("ada"));
		assertThat(mapped.remarks()).extracting(Remark::text)
			.containsExactly("the owner * is left out: it means every worker only if it is the whole value");
	}

	@Test
	void entryOfAListIsOneOwner() {
		assertThat(map(Map.of("worker", List.of("Okafor, Ada", "ben"))).owners())
			.containsExactlyInAnyOrder(identity("okafor, ada"), identity("ben"));
	}

	@Test
	void firstPhoneFieldWithAValueCounts() {
		FieldMapping fields = fields(Map.of(CustomerField.PHONE, List.of("mobile", "main", "home")));
		assertThat(map(fields, Map.of("mobile", " ", "main", "+14155550101", "home", "+14155550102")).channels())
			.extracting(Channel::value)
			.containsExactly("+14155550101");
		assertThat(map(fields, Map.of("mobile", List.of("+14155550103", "+14155550104"))).channels())
			.extracting(Channel::value)
			.containsExactly("+14155550103", "+14155550104");
	}

	@Test
	void numberInAFieldThatIsNotPreferredIsStillTheCustomers() {
		CustomerMapper mapper = mapper(fields(Map.of(CustomerField.PHONE, List.of("mobile", "office"))));
		CrmRecord record = CrmRecord.of(Map.of("mobile", "+14155550101", "office", "+1 415 555 0102", "chat", "nora"));
		assertThat(mapper.hasAddress(record, sms("+14155550101"))).isTrue();
		assertThat(mapper.hasAddress(record, whatsApp("+14155550102"))).isTrue();
		assertThat(mapper.hasAddress(record, chat("nora"))).isTrue();
		assertThat(mapper.hasAddress(record, chat("Nora"))).isFalse();
		assertThat(mapper.hasAddress(record, sms("+14155550103"))).isFalse();
		assertThat(mapper.hasAddress(record, sms("+445550101"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "7|https://crm.example/contacts/7",
					"a/b?c=d#e&f|https://crm.example/contacts/a%2Fb%3Fc%3Dd%23e%26f",
					"x y|https://crm.example/contacts/x%20y", "é%|https://crm.example/contacts/%C3%A9%25" })
	void valuesInALinkPatternAreEscaped(String id, String url) {
		FieldMapping fields = fields(Map.of()).with(null, Map.of("CRM", "https://crm.example/contacts/{{customer_id}}"),
				null, null);
		assertThat(map(fields, Map.of("customer_id", id)).card().links()).containsExactly(new Link("CRM", url, "CRM"));
	}

	@Test
	void linkWithoutTheValueOfItsFieldIsLeftOut() {
		FieldMapping fields = fields(Map.of()).with(null, Map.of("Account", "https://crm.example/accounts/{{account}}"),
				null, null);
		assertThat(map(fields, Map.of()).card().links()).isNull();
	}

	@Test
	void linkPatternThatIsNotAnAbsoluteAddressIsRemarkedOn() {
		FieldMapping fields = fields(Map.of()).with(null, Map.of("CRM", "{{customer_id}}"), null, null);
		assertThat(mapped(fields, Map.of()).remarks()).extracting(Remark::text)
			.anyMatch((text) -> text.startsWith("a link is left out"));
	}

	@Test
	void fieldWithAUrlIsALink() {
		FieldMapping fields = fields(Map.of(CustomerField.LINKS, List.of("website")));
		assertThat(map(fields, Map.of("website", "https://example.com")).card().links())
			.containsExactly(new Link("Link", "https://example.com", "Link"));
	}

	@Test
	void detailsTextWithAMissingValueGivesWayToTheDetailsField() {
		FieldMapping fields = fields(Map.of(CustomerField.DETAILS, List.of("notes"))).with(null, null, "About",
				"Tier: {{tier}}");
		assertThat(map(fields, Map.of("tier", "gold", "notes", "a\nb")).card().details())
			.isEqualTo(new Detail("About", "Tier: gold"));
		assertThat(map(fields, Map.of("notes", "a\nb")).card().details()).isEqualTo(new Detail("About", "a\nb"));
		assertThat(map(fields, Map.of()).card().details()).isNull();
	}

	@Test
	void attributesKeepTheirTypesAndDigits() {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put("vip", false);
		attributes.put("decimal", new BigDecimal("1.10"));
		attributes.put("large", new BigDecimal("12500000.50"));
		attributes.put("small", new BigDecimal("0.00000001"));
		attributes.put("huge", new BigDecimal("1E+999999999"));
		attributes.put("whole", 7L);
		attributes.put("double", 1.25E7);
		attributes.put("infinite", Double.POSITIVE_INFINITY);
		attributes.put("single", List.of("lookup"));
		attributes.put("blank", " ");
		attributes.put("none", null);
		MappedCustomer mapped = mapper(fields(Map.of()))
			.map(CrmRecord.of(Map.of("customer_id", "1", "display_name", "Nora", "worker", "ada"), attributes));
		assertThat(mapped.remarks()).isEmpty();
		assertThat(mapped.customer().attributes()).containsOnly(Map.entry("vip", false), Map.entry("decimal", "1.10"),
				Map.entry("large", "12500000.50"), Map.entry("small", "0.00000001"), Map.entry("huge", "1E+999999999"),
				Map.entry("whole", "7"), Map.entry("double", "12500000"), Map.entry("single", "lookup"));
	}

	@Test
	void timeZoneIsAnAttributeIfItIsAFullName() {
		assertThat(map(Map.of("time_zone", "Europe/Berlin")).text("time_zone")).isEqualTo("Europe/Berlin");
		MappedCustomer mapped = mapped(fields(Map.of()), Map.of("time_zone", "Berlin"));
		assertThat(mapped.customer().text("time_zone")).isNull();
		assertThat(mapped.remarks()).extracting(Remark::text)
			.containsExactly("the time zone is left out: it is not a full name like Europe/Berlin");
	}

	@ParameterizedTest
	@CsvSource({ "whatsapp_id, US.13491208655302", "whatsapp_id, whatsapp:US.13491208655302",
			"whatsapp, US.13491208655302" })
	void userIdOfWhatsAppIsAChannel(String field, String value) {
		assertThat(map(Map.of(field, value)).channels())
			.containsExactly(new Channel(ChannelType.WHATSAPP, "whatsapp:US.13491208655302"));
	}

	@Test
	void chatIdentityIsAChannel() {
		assertThat(map(Map.of("chat", "nora@example.com")).channels()).extracting(Channel::value)
			.containsExactly("nora@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-03-04", "2025-03-04 12:00:00", "yesterday", "1769860800000" })
	void textThatIsNotATimeWithItsOffsetIsLeftOut(String written) {
		MappedCustomer mapped = mapped(fields(Map.of()), Map.of("updated_at", written));
		assertThat(mapped.customer().updatedAt()).isNull();
		assertThat(mapped.remarks()).extracting(Remark::text)
			.singleElement()
			.asString()
			.contains("time of the last change")
			.doesNotContain(written);
	}

	@Test
	void recordWithoutIdIsUnusableAndNamesTheField() {
		FieldMapping fields = fields(Map.of(CustomerField.CUSTOMER_ID, List.of("Record ID")));
		assertThatExceptionOfType(UnusableRecordException.class)
			.isThrownBy(() -> mapper(fields).map(CrmRecord.of(Map.of("customer_id", "1"))))
			.withMessage("this customer has no Record ID");
	}

	@Test
	void reportCountsWhatWasLeftOutByKind() {
		MappingReport report = new MappingReport();
		report.add(1, mapped(fields(Map.of()), Map.of()));
		report.add(2, mapped(fields(Map.of()), Map.of("phone", "call me", "worker", "")));
		assertThat(report.customers()).isEqualTo(2);
		assertThat(report.withoutWorker()).isEqualTo(1);
		assertThat(report.unusableAddresses()).isEqualTo(1);
		assertThat(report.remarks()).extracting(MappingReport.RowRemark::row).containsOnly(2);
		assertThat(report.remarkCount()).isEqualTo(2);
	}

	private static CrmCustomer map(Map<String, Object> values) {
		return map(fields(Map.of()), values);
	}

	private static CrmCustomer map(FieldMapping fields, Map<String, Object> values) {
		return mapped(fields, values).customer();
	}

	private static MappedCustomer mapped(FieldMapping fields, Map<String, Object> values) {
		Map<String, Object> all = new HashMap<>(
				Map.of("customer_id", "1", "display_name", "Nora", "worker", "ada@example.com"));
		all.putAll(values);
		return mapper(fields).map(CrmRecord.of(all));
	}

	private static CustomerMapper mapper(FieldMapping fields) {
		return new CustomerMapper(fields, new AddressReader(null));
	}

	/** Fields of the names that the settings have, and these. */
	private static FieldMapping fields(Map<CustomerField, List<String>> names) {
		Map<CustomerField, List<String>> all = new EnumMap<>(CustomerField.class);
		for (CustomerField field : CustomerField.values()) {
			all.put(field, new ArrayList<>(List.of(field.key().replace('-', '_'))));
		}
		all.putAll(names);
		return FieldMapping.of(all);
	}

}
