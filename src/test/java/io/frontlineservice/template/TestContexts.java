package io.frontlineservice.template;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.worker.Profile;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Workers, customers and message contexts. Used by the tests of this package. */
final class TestContexts {

	/** The defaults in these tests. */
	static final MessageContext.Defaults DEFAULTS = new MessageContext.Defaults(Locale.ENGLISH,
			ZoneId.of("Asia/Tokyo"));

	/** 21:00 in Tokyo. */
	static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

	private static final WorkerIdentity IDENTITY = WorkerIdentity.of("ada@example.com");

	private TestContexts() {
	}

	static Worker worker(String language, String timeZone) {
		return worker(new Profile("Ada Okafor", null, (language != null) ? Locale.forLanguageTag(language) : null,
				(timeZone != null) ? ZoneId.of(timeZone) : null, null));
	}

	static Worker worker(Profile profile) {
		return new Worker(IDENTITY, Set.of(IDENTITY), null, profile, Map.of());
	}

	/** A customer with only a name. */
	static CrmCustomer named(String name) {
		return customer(name, null, null, Map.of());
	}

	static CrmCustomer speaking(String language) {
		return customer("Lina Berg", null, language, Map.of());
	}

	/** A customer with these SMS numbers, in this time zone. */
	static CrmCustomer customerIn(String timeZone, String... numbers) {
		Channel[] channels = new Channel[numbers.length];
		for (int i = 0; i < numbers.length; i++) {
			channels[i] = new Channel(ChannelType.SMS, numbers[i]);
		}
		return customer("Lina Berg", null, null, (timeZone != null) ? Map.of("time_zone", timeZone) : Map.of(),
				channels);
	}

	static CrmCustomer customer(String name, String company, String language, Map<String, ?> attributes,
			Channel... channels) {
		Customer card = new Customer("1001", name, List.of(channels), null, null, null);
		return new CrmCustomer(card, Set.of(), List.of(), company, language, null, Map.copyOf(attributes));
	}

	/** A worker without language or time zone writes to this customer. */
	static MessageContext contextFor(CrmCustomer customer) {
		return contextFor(customer, NOON);
	}

	static MessageContext contextFor(CrmCustomer customer, Instant instant) {
		return new MessageContext(worker(null, null), customer, instant, DEFAULTS);
	}

}
