package io.frontlineservice.consent.optout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.consent.optout.OptOutLog.Position;
import io.frontlineservice.consent.optout.OptOutLog.StoredEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/optOuts} on the management port: {@code GET} exports the log of
 * opt-outs, with keyed hashes instead of numbers; {@code POST} with an {@code address}
 * and {@code optedOut} enters an opt-out or opt-in. Called by operators.
 */
@Component
@Endpoint(id = "optOuts")
class OptOutsEndpoint {

	private static final int PAGE = 1000;

	private static final String CHAT = "chat:";

	private final OptOutLog log;

	private final OptOuts optOuts;

	OptOutsEndpoint(OptOutLog log, OptOuts optOuts) {
		this.log = log;
		this.optOuts = optOuts;
	}

	/**
	 * Returns a part of the log.
	 * @param after {@code next} of the part before; null for the first part
	 */
	@ReadOperation
	OptOutsDescriptor export(@Nullable String after) {
		List<StoredEvent> page = this.log.page(position(after), PAGE);
		return new OptOutsDescriptor(page.stream().map(OptOutDescriptor::of).toList(),
				(page.size() < PAGE) ? null : text(page.get(PAGE - 1).position()));
	}

	/** Enters what a person has told the operator. */
	@WriteOperation
	OptOutEntered enter(String address, boolean optedOut) {
		this.optOuts.enter(person(address), optedOut);
		return new OptOutEntered(optedOut);
	}

	private static Address person(String written) {
		if (written.startsWith(CHAT) && written.length() > CHAT.length()) {
			return Address.ofIdentity(written.substring(CHAT.length()));
		}
		List<Address> addresses = InboundAddresses.read(written);
		if (addresses.size() != 1) {
			throw new InvalidEndpointRequestException("The address cannot be read",
					"address must be one number with a plus sign and the country code, such as +15550100 or "
							+ "whatsapp:+15550100, or an identity, such as chat:bob");
		}
		return addresses.get(0);
	}

	private static Position position(@Nullable String after) {
		try {
			int separator = (after != null) ? after.indexOf(' ') : -1;
			return (after == null || separator < 0) ? Position.START
					: new Position(Long.parseLong(after.substring(0, separator)), after.substring(separator + 1));
		}
		catch (NumberFormatException ex) {
			throw new InvalidEndpointRequestException("The position cannot be read",
					"after must be the next of the part before");
		}
	}

	private static String text(Position position) {
		return position.storedAt() + " " + position.key();
	}

	/**
	 * A part of the log.
	 *
	 * @param events the events, in the order in which they were stored
	 * @param next the value of {@code after} for the next part; absent in the last part
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OptOutsDescriptor(List<OptOutDescriptor> events, @Nullable String next) {
	}

	/**
	 * An event with its evidence.
	 *
	 * @param addressHash the keyed hash of the person's address
	 * @param customerHash the keyed hash of the customer's id
	 * @param senderHash the keyed hash of our address
	 * @param channel the channel
	 * @param optedOut whether the person opted out; otherwise the person opted in
	 * @param how how it was learned
	 * @param word the keyword
	 * @param messageSid the message
	 * @param at when it happened
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OptOutDescriptor(@Nullable String addressHash, @Nullable String customerHash, @Nullable String senderHash,
			String channel, boolean optedOut, OptOutSource how, @Nullable String word, @Nullable String messageSid,
			Instant at) {

		static OptOutDescriptor of(StoredEvent stored) {
			OptOutEvent event = stored.event();
			return new OptOutDescriptor(event.addressHash(), event.customerHash(), event.senderHash(), event.channel(),
					event.optedOut(), event.how(), event.word(), event.messageSid(), event.at());
		}

	}

	record OptOutEntered(boolean optedOut) {
	}

}
