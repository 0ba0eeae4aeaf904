package io.frontlineservice.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The API in {@code customers-api.yaml} is what the service and the checks use. */
class CustomersApiDocumentTests {

	private static final Path DOCUMENT = Path.of("src/docs/customers-api.yaml");

	private final JsonNode api = YAMLMapper.shared().readTree(ConformanceCommand.api());

	@Test
	void jarHasTheDocument() throws IOException {
		assertThat(ConformanceCommand.api()).isEqualTo(Files.readString(DOCUMENT));
	}

	@Test
	void everyReferenceLeadsToSomething() {
		List<String> references = new ArrayList<>();
		walk(this.api, (name, value) -> {
			if (name.equals("$ref")) {
				references.add(value.stringValue());
			}
		});
		assertThat(references).isNotEmpty()
			.allSatisfy((it) -> assertThat(this.api.at(it.substring(1)).isObject()).as(it).isTrue());
	}

	@Test
	void examplesAreReadAsTheyAre() {
		List<CheckedCustomer> customers = new ArrayList<>();
		walk(this.api, (name, value) -> {
			if (name.equals("value") && value.has("customer_id")) {
				customers.add(CheckedCustomer.of(value));
			}
			else if (name.equals("value") && value.has("customers")) {
				value.path("customers").forEach((it) -> customers.add(CheckedCustomer.of(it)));
			}
		});
		assertThat(customers).hasSize(6).allSatisfy((it) -> {
			assertThat(it.problems()).isEmpty();
			assertThat(it.owners()).isNotEmpty();
			assertThat(it.channels()).hasSize(it.json().path("channels").size());
			assertThat(it.writtenAddresses().toList()).containsExactlyElementsOf(
					it.channels().stream().map((channel) -> CheckedCustomer.withoutPrefix(channel.value())).toList());
		});
	}

	@Test
	void exampleHasEveryPropertyThatTheServiceReads() {
		JsonNode full = this.api
			.at("/paths/~1customers/get/responses/200/content/application~1json/examples/first/value/customers/0");
		List<String> properties = new ArrayList<>(
				this.api.at("/components/schemas/Customer/properties").propertyNames());
		properties.remove("worker");
		assertThat(full.propertyNames()).containsExactlyInAnyOrderElementsOf(properties);
		var customer = CheckedCustomer.of(full).customer();
		assertThat(customer.attributes()).containsEntry("tier", "gold").containsEntry("newsletter", true);
		assertThat(customer.emails()).hasSize(1);
		assertThat(customer.card().links()).hasSize(2);
		assertThat(customer.card().details()).isNotNull();
		assertThat(customer.card().avatar()).isNotNull();
		assertThat(customer.company()).isNotNull();
		assertThat(customer.language()).isEqualTo("en");
		assertThat(customer.updatedAt()).isNotNull();
	}

	@Test
	void parametersAreThoseOfTheRequests() {
		String url = new ListQuery(List.of("ada"), "x", "c", 5).toUrl();
		assertThat(names("/paths/~1customers/get/parameters"))
			.allSatisfy((name) -> assertThat(url).contains(name + "="));
		assertThat(names("/paths/~1customers~1by-address/get/parameters")).containsExactly("address");
		JsonNode limit = this.api.at("/paths/~1customers/get/parameters/3/schema/maximum");
		assertThat(limit.intValue()).isEqualTo(ListQuery.LARGEST);
	}

	@Test
	void everyRequestCanBeRefused() {
		this.api.path("paths")
			.forEach((path) -> assertThat(path.path("get").path("responses").propertyNames()).contains("200", "401",
					"403", "429", "5XX"));
	}

	private List<String> names(String parameters) {
		return this.api.at(parameters).valueStream().map((it) -> it.path("name").stringValue()).toList();
	}

	private static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
		node.properties().forEach((property) -> visitor.accept(property.getKey(), property.getValue()));
		node.forEach((child) -> walk(child, visitor));
	}

}
