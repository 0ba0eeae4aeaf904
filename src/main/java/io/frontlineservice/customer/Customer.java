package io.frontlineservice.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A customer as the app shows one. Part of the wire; what is absent is left out of the
 * JSON. Immutable.
 *
 * @param customerId the customer's unique id, of any form; compared as text
 * @param displayName the name in the list and above the details
 * @param channels where the customer can be written to; details only
 * @param links links to open from the details; details only
 * @param details a text about the customer; details only
 * @param avatar absolute URL of a picture
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Customer(String customerId, String displayName, @Nullable List<Channel> channels,
		@Nullable List<Link> links, @Nullable Detail details, @Nullable String avatar) {

	public Customer {
		channels = emptyAsAbsent(channels);
		links = emptyAsAbsent(links);
	}

	/** The same customer as a row of the list shows one. */
	Customer asRow() {
		return new Customer(this.customerId, this.displayName, null, null, null, this.avatar);
	}

	Customer withDetails(@Nullable Detail details) {
		return new Customer(this.customerId, this.displayName, this.channels, this.links, details, this.avatar);
	}

	Customer withLinks(@Nullable List<Link> links) {
		return new Customer(this.customerId, this.displayName, this.channels, links, this.details, this.avatar);
	}

	Customer withChannels(@Nullable List<Channel> channels) {
		return new Customer(this.customerId, this.displayName, channels, this.links, this.details, this.avatar);
	}

	private static <T> @Nullable List<T> emptyAsAbsent(@Nullable List<T> list) {
		return (list == null || list.isEmpty()) ? null : List.copyOf(list);
	}

}
