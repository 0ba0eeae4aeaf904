package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.contextFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningService;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.limit.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sandbox's templates, rendered for each of its customers. */
@RunningService
class SandboxCatalogueTests {

	private static final Locale SPANISH = new Locale("es");

	/** Deliberately not translated, as an example. */
	private static final String ENGLISH_ONLY = "I am running a little late";

	private final List<CrmCustomer> customers;

	private final Catalogue catalogue;

	@Autowired
	SandboxCatalogueTests(CrmAdapter crm) throws IOException {
		this.customers = crm.list(Audience.EVERYONE, "", null, 100, Deadline.in(Duration.ofMinutes(1))).customers();
		this.catalogue = new CatalogueReader(Locale.ENGLISH).read(FileLocation.of("classpath:sandbox/templates.yml"));
	}

	@Test
	void catalogueHasNoRemarks() {
		assertThat(this.catalogue.remarks()).isEmpty();
		assertThat(this.catalogue.warnings()).isEmpty();
		assertThat(this.catalogue.languages()).containsExactlyInAnyOrder(Locale.ENGLISH, SPANISH);
		assertThat(this.customers).hasSize(40);
	}

	@Test
	void everyMessageButOneIsTranslated() {
		for (Catalogue.Entry entry : this.catalogue.entries()) {
			assertThat(entry.name().byLanguage()).containsOnlyKeys(Locale.ENGLISH, SPANISH);
		}
		assertThat(this.catalogue.entries().stream().flatMap((entry) -> entry.messages().stream()))
			.filteredOn((message) -> !message.texts().byLanguage().keySet().contains(SPANISH))
			.singleElement()
			.extracting((message) -> message.texts().get(Locale.ENGLISH).template().render((name) -> "x").orElseThrow())
			.asString()
			.startsWith(ENGLISH_ONLY);
	}

	@Test
	void everyCustomerGetsCompleteMessages() {
		for (CrmCustomer customer : this.customers) {
			List<Category> categories = this.catalogue.render(contextFor(customer), (template) -> true);
			assertThat(categories).as(customer.name())
				.extracting(Category::displayName)
				.containsAnyOf("Openers", "Saludos")
				.containsAnyOf("On the way", "En camino")
				.containsAnyOf("Closing", "Despedida");
			assertThat(messages(categories)).as(customer.name())
				.hasSizeGreaterThanOrEqualTo(7)
				.allSatisfy((message) -> assertThat(message).hasSizeLessThan(1_600)
					.doesNotContain("{", "}", "  ", " ,", " .", "null", "undefined", "@"));
		}
	}

	@Test
	void spanishSpeakersGetSpanishMessages() {
		assertThat(this.customers).filteredOn((customer) -> "es".equals(customer.language()))
			.isNotEmpty()
			.allSatisfy((customer) -> {
				List<Category> categories = this.catalogue.render(contextFor(customer), (template) -> true);
				assertThat(categories.get(0).displayName()).isEqualTo("Saludos");
				assertThat(messages(categories)).filteredOn((message) -> !message.startsWith(ENGLISH_ONLY))
					.allSatisfy((message) -> assertThat(message).doesNotContain(" the ", " you", "Hello"));
			});
	}

	@Test
	void goldCustomersOnWhatsAppGetAnOffer() {
		List<Category> categories = this.catalogue.render(contextFor(this.customers.stream()
			.filter((customer) -> customer.id().value().equals("1001"))
			.findFirst()
			.orElseThrow()), (template) -> true);
		assertThat(messages(categories)).contains(
				"Lina, as a gold customer you can order at today's price " + "(January 31, 2026) for another week.");
	}

	@Test
	void unknownPersonGetsMessagesAsWell() {
		assertThat(messages(this.catalogue.render(contextFor(null), (template) -> true))).contains(
				"Good evening there, this is Ada Okafor. How can I help you today?",
				"This is Ada Okafor. I am on my way to your office now.",
				"Happy to help. If you have any other questions, feel free to reach out.");
	}

	private static List<String> messages(List<Category> categories) {
		return categories.stream().flatMap((it) -> it.templates().stream()).map(Template::content).toList();
	}

}
