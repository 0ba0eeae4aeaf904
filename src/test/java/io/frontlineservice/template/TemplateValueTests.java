package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.DEFAULTS;
import static io.frontlineservice.template.TestContexts.NOON;
import static io.frontlineservice.template.TestContexts.customer;
import static io.frontlineservice.template.TestContexts.customerIn;
import static io.frontlineservice.template.TestContexts.named;
import static io.frontlineservice.template.TestContexts.speaking;
import static io.frontlineservice.template.TestContexts.worker;
import static io.frontlineservice.template.TestContexts.contextFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.worker.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The value of each placeholder. */
class TemplateValueTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	@ParameterizedTest
	@CsvSource({ "00:00, Guten Abend, Good evening", "04:59:59, Guten Abend, Good evening",
			"05:00, Guten Morgen, Good morning", "11:59:59, Guten Morgen, Good morning",
			"12:00, Guten Tag, Good afternoon", "17:59:59, Guten Tag, Good afternoon",
			"18:00, Guten Abend, Good evening", "23:59, Guten Abend, Good evening" })
	void greetingFitsTheCustomersTimeOfDay(LocalTime time, String german, String english) {
		Instant instant = LocalDate.of(2026, 7, 1).atTime(time).atZone(BERLIN).toInstant();
		MessageContext context = contextFor(customerIn(null, "+4915112345678"), instant);
		assertThat(context.value("Greeting", Locale.GERMAN)).isEqualTo(german);
		assertThat(context.value("Greeting", Locale.forLanguageTag("de-AT"))).isEqualTo(german);
		assertThat(context.value("Greeting", Locale.ENGLISH)).isEqualTo(english);
	}

	@ParameterizedTest
	@CsvSource({ "ja, ", "no, God kveld", "nb, God kveld", "pt-BR, Boa noite" })
	void greetingIsInTheLanguageOfTheMessage(Locale language, String greeting) {
		assertThat(contextFor(named("Lina")).value("Greeting", language)).isEqualTo(greeting);
		assertThat(Greetings.existFor(language)).isEqualTo(greeting != null);
	}

	@Test
	void dateIsTheCustomersInTheLanguageOfTheMessage() {
		Instant newYear = Instant.parse("2026-01-01T03:30:00Z");
		MessageContext california = contextFor(customerIn(null, "+14155550101"), newYear);
		MessageContext germany = contextFor(customerIn(null, "+4915112345678"), newYear);
		assertThat(california.value("Today", Locale.ENGLISH)).isEqualTo("December 31, 2025");
		assertThat(california.value("Today", Locale.GERMAN)).isEqualTo("31. Dezember 2025");
		assertThat(germany.value("Today", Locale.ENGLISH)).isEqualTo("January 1, 2026");
		assertThat(germany.value("Today", Locale.GERMAN)).isEqualTo("1. Januar 2026");
	}

	@ParameterizedTest
	@CsvSource({ "de, en, German", "de_AT, de, Deutsch", "Spanish, fr, espagnol", "garbage, en, ", ", en, " })
	void languageIsNamedInTheLanguageOfTheMessage(String written, Locale language, String name) {
		assertThat(contextFor(speaking(written)).value("Language", language)).isEqualTo(name);
	}

	@Test
	void namesAreThoseOfTheCustomerTheCompanyAndTheWorker() {
		MessageContext context = contextFor(customer("Lina Berg", "Berg & Sons", null, Map.of("tier", "gold")));
		assertThat(context.value("Name", Locale.ENGLISH)).isEqualTo("Lina Berg");
		assertThat(context.value("FirstName", Locale.ENGLISH)).isEqualTo("Lina");
		assertThat(context.value("Company", Locale.ENGLISH)).isEqualTo("Berg & Sons");
		assertThat(context.value("Author", Locale.ENGLISH)).isEqualTo("Ada Okafor");
		assertThat(context.value("attributes.tier", Locale.ENGLISH)).isEqualTo("gold");
		assertThat(context.value("attributes.Tier", Locale.ENGLISH)).isNull();
	}

	@Test
	void authorIsNotAnEmailAddress() {
		Profile profile = new Profile("ada@example.com", null, null, null, null);
		assertThat(new MessageContext(worker(profile), null, NOON, DEFAULTS).value("Author", Locale.ENGLISH))
			.isEqualTo("Ada");
	}

	@ParameterizedTest
	@EnumSource(names = { "NAME", "FIRST_NAME", "COMPANY", "LANGUAGE" })
	void unknownCustomerHasOnlyADateAndAGreeting(TemplateValue value) {
		assertThat(value.of(contextFor(null), Locale.ENGLISH)).isNull();
		assertThat(contextFor(null).value("attributes.tier", Locale.ENGLISH)).isNull();
		assertThat(contextFor(null).value("Today", Locale.ENGLISH)).isEqualTo("January 31, 2026");
		assertThat(contextFor(null).value("Greeting", Locale.ENGLISH)).isEqualTo("Good evening");
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "Nmae", "", "attributes.", "attributes", "customer.Name" })
	void otherNamesAreNotValues(String name) {
		assertThat(TemplateValue.VOCABULARY.has(name)).isFalse();
	}

}
