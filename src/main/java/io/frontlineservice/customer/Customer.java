package io.frontlineservice.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A customer as the app shows it: Twilio's Customer object. Written as JSON, where absent
 * values are left out. Immutable.
 *
 * @param customerId the unique id of the customer in the CRM, of any form
 * @param displayName the name in the list and above the details
 * @param channels the channels on which a worker can write to the customer; only in
 * details
 * @param links the links that the app shows; only in details
 * @param details a text about the customer; only in details
 * @param avatar the absolute URL of a picture
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

	/** Returns the part that a row of the list shows. */
	Customer asRow() {
		return new Customer(this.customerId, this.displayName, null, null, null, this.avatar);
	}

	Customer withoutAvatar() {
		return new Customer(this.customerId, this.displayName, this.channels, this.links, this.details, null);
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
