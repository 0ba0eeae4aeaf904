package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Placeholders for which no customer has a value. */
class MissingValuesTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
			"content: §'{{attributes.polcy_number}}'~{{attributes.polcy_number}}; the nearest attribute is policy_number",
			"content: §'{{attributes.Policy Number}}'~{{attributes.Policy Number}}; the nearest attribute is policy_number",
			"content: §'{{attributes.x|none}}'~{{attributes.x}}; the attributes are policy_number, tier",
			"content: §'Hi{{#attributes.vip}}!{{/attributes.vip}}'~{{attributes.vip}}; the attributes are policy",
			"{ content: Hi, requires: [Name, §attributes.Tire] }~{{attributes.Tire}}; the nearest attribute is tier",
			"content: { en: Hi, de: §'{{Company}}' }~{{Company}}", "content: §'{{Language}}'~{{Language}}" })
	void placeholderWithoutAValueIsFound(String template, String problem) throws IOException {
		assertThat(missing(template.replace("§", ""), Map.of("tier", "gold", "policy_number", "7"))).singleElement()
			.asString()
			.startsWith("line 3, column " + ("  - ".length() + template.indexOf('§') + 1)
					+ ": no customer has a value for " + problem);
	}

	@Test
	void placeholderThatACustomerHasIsNot() throws IOException {
		assertThat(
				missing("{ content: '{{attributes.tier}} {{Name}} {{Author}} {{Today}}', requires: [attributes.vip] }",
						Map.of("tier", "gold", "vip", false)))
			.isEmpty();
	}

	@Test
	void eachPlaceholderIsReportedInTheOrderOfTheFile() throws IOException {
		assertThat(missing("{ content: '{{attributes.b}} {{attributes.a}}', requires: [attributes.c, attributes.a] }",
				Map.of()))
			.extracting((it) -> it.replaceFirst(".* value for ", ""))
			.containsExactly("{{attributes.a}}; customers have no attributes",
					"{{attributes.b}}; customers have no attributes", "{{attributes.c}}; customers have no attributes",
					"{{attributes.a}}; customers have no attributes");
	}

	@Test
	void listOfAttributesIsShortened() throws IOException {
		Map<String, Object> many = new HashMap<>();
		IntStream.range(10, 35).forEach((i) -> many.put("column" + i, "x"));
		assertThat(missing("content: '{{attributes.q}}'", many)).singleElement()
			.asString()
			.contains("column10, column11")
			.endsWith("column29 and 5 more");
	}

	@Test
	void startReportsTheFirstAndCountsTheOthers() throws IOException {
		String[] templates = IntStream.range(0, 25)
			.mapToObj((i) -> "content: '{{attributes.q" + i + "}}'")
			.toArray(String[]::new);
		Catalogue catalogue = TestCatalogue.templates(this.folder, templates).read();
		CustomerSummary customers = CustomerSummary.of(List.of(customer(Map.of("tier", "gold"))));
		assertThat(new TemplateCrossCheck(() -> catalogue, () -> Optional.of(customers)).observations()).hasSize(21)
			.last()
			.extracting(Observation::seen)
			.isEqualTo("more placeholders without a value: 5");
		assertThat(new TemplateCrossCheck(() -> catalogue, Optional::empty).observations()).isEmpty();
	}

	@Test
	void withoutCustomersNothingIsMissing() throws IOException {
		Catalogue catalogue = TestCatalogue.templates(this.folder, "content: '{{attributes.q}}'").read();
		assertThat(MissingValues.of(catalogue, new CustomerSummary())).isEmpty();
	}

	private List<String> missing(String template, Map<String, Object> attributes) throws IOException {
		return MissingValues.of(TestCatalogue.templates(this.folder, template).read(),
				CustomerSummary.of(List.of(customer(attributes))));
	}

	private static CrmCustomer customer(Map<String, Object> attributes) {
		Customer card = new Customer("1", "Ann Example", null, null, null, null);
		return new CrmCustomer(card, Set.of(), List.of(), null, null, null, attributes);
	}

}
