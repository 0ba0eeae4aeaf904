package io.frontlineservice.delivery;

import io.frontlineservice.conversation.participant.KnownParticipant;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerNotice;
import io.frontlineservice.delivery.Deliveries.Delivery;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.work.StoreCalls;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says in the details of a customer that the last message was not delivered and why, for
 * each channel. The message that was sent last counts: also one that is only
 * {@code sent}, because that is the final status of messages whose carrier does not
 * report the delivery. Called for each request for details. Thread-safe.
 *
 * @see <a href= "https://www.twilio.com/docs/conversations/delivery-receipts">Delivery
 * receipts</a>
 */
@Component
class DeliveryNotice implements CustomerNotice {

	private static final Map<String, String> CHANNELS = Map.of("sms", "text message", "whatsapp", "WhatsApp message",
			"messenger", "Messenger message", "rcs", "RCS message");

	/** Dates are those of UTC, because the zone of the phone is not known. */
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final KnownParticipants participants;

	private final PersonHashes hashes;

	private final Deliveries deliveries;

	private final ContentRequests requests;

	private final DeliverySettings settings;

	private final StoreCalls store;

	DeliveryNotice(KnownParticipants participants, PersonHashes hashes, Deliveries deliveries, ContentRequests requests,
			DeliverySettings settings, StoreCalls store) {
		this.participants = participants;
		this.hashes = hashes;
		this.deliveries = deliveries;
		this.requests = requests;
		this.settings = settings;
		this.store = store;
	}

	@Override
	public Optional<String> about(CrmCustomer customer, Deadline deadline) {
		List<String> person = this.hashes.accepted(
				Stream
					.concat(customer.channels().stream().map((channel) -> PersonKeys.of(channel.toAddress(), null)),
							Stream.of(PersonKeys.of(null, customer.id())))
					.toList());
		return this.participants.mayContain(person) ? this.store.within(deadline.remaining(), () -> about(person))
				: Optional.empty();
	}

	private Optional<String> about(List<String> person) {
		String text = byChannel(person).entrySet()
			.stream()
			.flatMap((channel) -> sentence(channel.getKey(), channel.getValue()).stream())
			.collect(Collectors.joining("\n"));
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	/** Returns the participants that are the customer, by channel. */
	private Map<String, List<KnownParticipant>> byChannel(List<String> person) {
		return this.participants.find(person)
			.stream()
			.collect(Collectors.groupingBy(KnownParticipant::channel, TreeMap::new, Collectors.toList()));
	}

	private Optional<String> sentence(String channel, List<KnownParticipant> participants) {
		Optional<Delivery> latest = this.deliveries
			.latest(participants.stream().map(KnownParticipant::participantSid).toList());
		return lost(channel, participants)
			.filter((request) -> latest.isEmpty() || request.requestedAt().isAfter(latest.get().createdAt()))
			.map((request) -> sentence(channel, request.requestedAt(),
					"the approved template in its place could not be sent"))
			.or(() -> latest.filter((delivery) -> delivery.status().isFailure())
				.map((failure) -> sentence(channel, failure.createdAt(), FailureReason.of(failure.errorCode()).words())
						+ repair(failure)));
	}

	private static String sentence(String channel, Instant at, String reason) {
		return "Last " + CHANNELS.getOrDefault(channel, "message") + " not delivered on " + DAY.format(at) + ": "
				+ reason + ".";
	}

	/** Returns the last rejected text if its content was not sent either. */
	private Optional<ContentRequest> lost(String channel, List<KnownParticipant> participants) {
		return (this.settings.replaces() && channel.equals("whatsapp")) ? this.requests
			.latestReplacement(participants.stream().map(KnownParticipant::conversationSid).distinct().toList())
			.filter((request) -> request.state().isLost()) : Optional.empty();
	}

	private String repair(Delivery failure) {
		return this.requests.find(failure.messageSid())
			.filter((request) -> request.state() == ContentRequest.State.SENT)
			.map((request) -> " It was sent again as an approved template.")
			.orElse("");
	}

}
