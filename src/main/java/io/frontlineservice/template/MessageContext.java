package io.frontlineservice.template;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.PhoneTimeZones;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.text.CleanText;
import io.frontlineservice.text.Languages;
import io.frontlineservice.text.TimeZones;
import io.frontlineservice.worker.Worker;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The worker, the customer, the language and the time: all that a message depends on.
 * Made by {@link TemplateService} for one callback. Not thread-safe.
 */
final class MessageContext {

	private final Worker worker;

	private final @Nullable CrmCustomer customer;

	private final Instant instant;

	private final Defaults defaults;

	private final Locale language;

	private final @Nullable String author;

	private @Nullable ZonedDateTime now;

	MessageContext(Worker worker, @Nullable CrmCustomer customer, Instant instant, Defaults defaults) {
		this.worker = worker;
		this.customer = customer;
		this.instant = instant;
		this.defaults = defaults;
		this.language = Optional.ofNullable(customer)
			.flatMap((it) -> Languages.read(it.language()))
			.or(() -> Optional.ofNullable(worker.profile().language()))
			.orElse(defaults.language());
		this.author = worker.name();
	}

	/** The name of the worker; null if it is not known. */
	@Nullable String author() {
		return this.author;
	}

	/** The customer; null if the CRM does not know the other person. */
	@Nullable CrmCustomer customer() {
		return this.customer;
	}

	/**
	 * The language of the message: the customer's, else the worker's, else the default.
	 */
	Locale language() {
		return this.language;
	}

	/**
	 * The customer's local time if it is known, else the worker's, else that of the
	 * default time zone.
	 */
	ZonedDateTime now() {
		if (this.now == null) {
			ZoneId ofWorker = this.worker.profile().timeZone();
			ZoneId zone = zoneOfCustomer().orElse((ofWorker != null) ? ofWorker : this.defaults.timeZone());
			this.now = this.instant.atZone(zone);
		}
		return this.now;
	}

	/** Whether the customer has one of these channels; true if the set is empty. */
	boolean hasChannel(Set<ChannelType> channels) {
		return channels.isEmpty() || channels().stream().anyMatch((channel) -> channels.contains(channel.type()));
	}

	/**
	 * The value of this name in a message of this language, a text or a boolean; null if
	 * there is no value.
	 */
	@Nullable Object value(String name, Locale language) {
		return TemplateValue.of(name, this, language);
	}

	/**
	 * Whether there is a value of this name in a message of this language; the value
	 * {@code false} counts as missing.
	 */
	boolean hasValue(String name, Locale language) {
		Object value = value(name, language);
		return value != null && !value.equals(false) && CleanText.unbroken(value.toString()) != null;
	}

	private List<Channel> channels() {
		return (this.customer != null) ? this.customer.channels() : List.of();
	}

	private Optional<ZoneId> zoneOfCustomer() {
		String written = (this.customer != null) ? this.customer.text("time_zone") : null;
		return TimeZones.read(written)
			.or(() -> channels().stream()
				.map(Channel::toAddress)
				.flatMap((address) -> PhoneTimeZones.at(address, this.instant).stream())
				.findFirst());
	}

	/**
	 * The defaults if neither the customer nor the worker has a language or time zone.
	 *
	 * @param language the language
	 * @param timeZone the time zone
	 */
	record Defaults(Locale language, ZoneId timeZone) {

	}

}
