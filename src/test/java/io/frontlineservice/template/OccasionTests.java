package io.frontlineservice.template;

import static io.frontlineservice.template.TestOccasions.DEFAULTS;
import static io.frontlineservice.template.TestOccasions.NOON;
import static io.frontlineservice.template.TestOccasions.customer;
import static io.frontlineservice.template.TestOccasions.living;
import static io.frontlineservice.template.TestOccasions.speaking;
import static io.frontlineservice.template.TestOccasions.worker;
import static io.frontlineservice.template.TestOccasions.writingTo;
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

/** Which language and which time a message has, and whom it reaches. */
class OccasionTests {

	@ParameterizedTest
	@CsvSource({ "fr, fr", "de_AT, de-AT", "German, de", " es , es" })
	void theLanguageIsTheCustomers(String written, String tag) {
		Occasion occasion = new Occasion(worker("it", null), speaking(written), NOON, DEFAULTS);
		assertThat(occasion.language()).isEqualTo(Locale.forLanguageTag(tag));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "garbage", "xx", "undefined" })
	void withoutOneItIsTheWorkersAndWithoutThatTheDefaultOne(String written) {
		assertThat(new Occasion(worker("it", null), speaking(written), NOON, DEFAULTS).language())
			.isEqualTo(Locale.ITALIAN);
		assertThat(new Occasion(worker(null, null), speaking(written), NOON, DEFAULTS).language())
			.isEqualTo(Locale.ENGLISH);
	}

	@Test
	void toSomebodyUnknownTheWorkerWritesInTheirOwnLanguageAndTime() {
		Occasion occasion = new Occasion(worker("it", "Europe/Rome"), null, NOON, DEFAULTS);
		assertThat(occasion.language()).isEqualTo(Locale.ITALIAN);
		assertThat(occasion.now()).isEqualTo(NOON.atZone(ZoneId.of("Europe/Rome")));
		assertThat(new Occasion(worker(null, null), null, NOON, DEFAULTS).now().getZone())
			.isEqualTo(DEFAULTS.timeZone());
	}

	@ParameterizedTest
	@CsvSource({ "America/Lima, +4915112345678, America/Lima", "' UTC+2 ', +4915112345678, UTC+02:00",
			", +14155550101, America/Los_Angeles", ", +4915112345678, Europe/Berlin",
			"Mars/Olympus, +4915112345678, Europe/Berlin", "'', +4915112345678, Europe/Berlin",
			"EST, +4915112345678, Europe/Berlin", ", +18005551212, Europe/Rome", ", +99912345, Europe/Rome",
			"Mars/Olympus, +18005551212, Europe/Rome" })
	void theTimeIsTheCustomersByTheirTimeZoneElseByTheirNumberElseTheWorkers(String timeZone, String number,
			String zone) {
		Occasion occasion = new Occasion(worker(null, "Europe/Rome"), living(timeZone, number), NOON, DEFAULTS);
		assertThat(occasion.now()).isEqualTo(NOON.atZone(ZoneId.of(zone)));
	}

	@Test
	void theFirstNumberThatTellsATimeTellsIt() {
		assertThat(writingTo(living(null, "+18005551212", "+4915112345678", "+14155550101")).now().getZone())
			.isEqualTo(ZoneId.of("Europe/Berlin"));
	}

	@Test
	void whereNobodysTimeIsKnownItIsTheDefaultOne() {
		assertThat(writingTo(living(null)).now()).isEqualTo(NOON.atZone(DEFAULTS.timeZone()));
	}

	@Test
	void aMessageReachesCustomersWhoHaveOneOfItsChannels() {
		Occasion occasion = writingTo(living(null, "+14155550101"));
		assertThat(occasion.reaches(Set.of())).isTrue();
		assertThat(occasion.reaches(Set.of(ChannelType.SMS))).isTrue();
		assertThat(occasion.reaches(Set.of(ChannelType.SMS, ChannelType.CHAT))).isTrue();
		assertThat(occasion.reaches(Set.of(ChannelType.WHATSAPP, ChannelType.CHAT))).isFalse();
		assertThat(writingTo(null).reaches(Set.of())).isTrue();
		assertThat(writingTo(null).reaches(Set.of(ChannelType.SMS))).isFalse();
	}

	@Test
	void aValueThatShowsNothingIsNotThere() {
		CrmCustomer customer = customer("Lina Berg", " ", null,
				Map.of("tier", "gold", "blank", " ", "unseen", "\u200B"), new Channel(ChannelType.CHAT, "lina"));
		Occasion occasion = writingTo(customer);
		assertThat(occasion.has("attributes.tier", Locale.ENGLISH)).isTrue();
		for (String name : new String[] { "Company", "Language", "attributes.blank", "attributes.unseen",
				"attributes.none" }) {
			assertThat(occasion.has(name, Locale.ENGLISH)).as(name).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "false, false" })
	void anAttributeThatIsFalseIsNotThereForMessagesThatRequireIt(boolean vip, boolean there) {
		Occasion occasion = writingTo(customer("Lina Berg", null, null, Map.of("vip", vip)));
		assertThat(occasion.has("attributes.vip", Locale.ENGLISH)).isEqualTo(there);
		assertThat(occasion.value("attributes.vip", Locale.ENGLISH)).isEqualTo(vip);
	}

}
