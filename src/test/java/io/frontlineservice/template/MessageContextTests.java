package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.DEFAULTS;
import static io.frontlineservice.template.TestContexts.NOON;
import static io.frontlineservice.template.TestContexts.customer;
import static io.frontlineservice.template.TestContexts.customerIn;
import static io.frontlineservice.template.TestContexts.speaking;
import static io.frontlineservice.template.TestContexts.worker;
import static io.frontlineservice.template.TestContexts.contextFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language, time and channels of a message. */
class MessageContextTests {

	@ParameterizedTest
	@CsvSource({ "fr, fr", "de_AT, de-AT", "German, de", " es , es" })
	void languageIsTheCustomers(String written, String tag) {
		MessageContext context = new MessageContext(worker("it", null), speaking(written), NOON, DEFAULTS);
		assertThat(context.language()).isEqualTo(Locale.forLanguageTag(tag));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "garbage", "xx", "undefined" })
	void languageFallsBackToTheWorkersThenToTheDefault(String written) {
		assertThat(new MessageContext(worker("it", null), speaking(written), NOON, DEFAULTS).language())
			.isEqualTo(Locale.ITALIAN);
		assertThat(new MessageContext(worker(null, null), speaking(written), NOON, DEFAULTS).language())
			.isEqualTo(Locale.ENGLISH);
	}

	@Test
	void unknownCustomerGetsTheWorkersLanguageAndTime() {
		MessageContext context = new MessageContext(worker("it", "Europe/Rome"), null, NOON, DEFAULTS);
		assertThat(context.language()).isEqualTo(Locale.ITALIAN);
		assertThat(context.now()).isEqualTo(NOON.atZone(ZoneId.of("Europe/Rome")));
		assertThat(new MessageContext(worker(null, null), null, NOON, DEFAULTS).now().getZone())
			.isEqualTo(DEFAULTS.timeZone());
	}

	@ParameterizedTest
	@CsvSource({ "America/Lima, +4915112345678, America/Lima", "' UTC+2 ', +4915112345678, UTC+02:00",
			", +14155550101, America/Los_Angeles", ", +4915112345678, Europe/Berlin",
			"Mars/Olympus, +4915112345678, Europe/Berlin", "'', +4915112345678, Europe/Berlin",
			"EST, +4915112345678, Europe/Berlin", ", +18005551212, Europe/Rome", ", +99912345, Europe/Rome",
			"Mars/Olympus, +18005551212, Europe/Rome" })
	void timeZoneIsTheCustomersElseThatOfTheirNumberElseTheWorkers(String timeZone, String number, String zone) {
		MessageContext context = new MessageContext(worker(null, "Europe/Rome"), customerIn(timeZone, number), NOON,
				DEFAULTS);
		assertThat(context.now()).isEqualTo(NOON.atZone(ZoneId.of(zone)));
	}

	@Test
	void firstNumberWithATimeZoneDecides() {
		assertThat(contextFor(customerIn(null, "+18005551212", "+4915112345678", "+14155550101")).now().getZone())
			.isEqualTo(ZoneId.of("Europe/Berlin"));
	}

	@Test
	void timeZoneFallsBackToTheDefault() {
		assertThat(contextFor(customerIn(null)).now()).isEqualTo(NOON.atZone(DEFAULTS.timeZone()));
	}

	@Test
	void customerHasAChannelIfOneMatches() {
		MessageContext context = contextFor(customerIn(null, "+14155550101"));
		assertThat(context.hasChannel(Set.of())).isTrue();
		assertThat(context.hasChannel(Set.of(ChannelType.SMS))).isTrue();
		assertThat(context.hasChannel(Set.of(ChannelType.SMS, ChannelType.CHAT))).isTrue();
		assertThat(context.hasChannel(Set.of(ChannelType.WHATSAPP, ChannelType.CHAT))).isFalse();
		assertThat(contextFor(null).hasChannel(Set.of())).isTrue();
		assertThat(contextFor(null).hasChannel(Set.of(ChannelType.SMS))).isFalse();
	}

	@Test
	void invisibleValueCountsAsMissing() {
		CrmCustomer customer = customer("Lina Berg", " ", null,
				Map.of("tier", "gold", "blank", " ", "unseen", "\u200B"), new Channel(ChannelType.CHAT, "lina"));
		MessageContext context = contextFor(customer);
		assertThat(context.hasValue("attributes.tier", Locale.ENGLISH)).isTrue();
		for (String name : new String[] { "Company", "Language", "attributes.blank", "attributes.unseen",
				"attributes.none" }) {
			assertThat(context.hasValue(name, Locale.ENGLISH)).as(name).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "false, false" })
	void attributeThatIsFalseCountsAsMissingForRequires(boolean vip, boolean there) {
		MessageContext context = contextFor(customer("Lina Berg", null, null, Map.of("vip", vip)));
		assertThat(context.hasValue("attributes.vip", Locale.ENGLISH)).isEqualTo(there);
		assertThat(context.value("attributes.vip", Locale.ENGLISH)).isEqualTo(vip);
	}

}
