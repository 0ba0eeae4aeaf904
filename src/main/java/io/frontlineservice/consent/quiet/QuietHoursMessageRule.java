package io.frontlineservice.consent.quiet;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.outgoing.OutgoingMessageRule;
import io.frontlineservice.conversation.participant.KnownParticipant;
import io.frontlineservice.conversation.participant.KnownParticipants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Rejects a worker's message in the customer's quiet hours, unless the customer wrote
 * recently: also the first message of a conversation that was begun at an allowed time.
 * Reads the store only. Thread-safe.
 * <p>
 * A participant who is not in the store yet does not have quiet hours: shortly after a
 * conversation began, and while the CRM does not answer.
 */
@Component
@Order(2)
final class QuietHoursMessageRule implements OutgoingMessageRule {

	private final QuietHoursSettings settings;

	private final KnownParticipants participants;

	private final ParticipantPlaces places;

	private final QuietHours quietHours;

	private final ReplyWindow replies;

	private final Clock clock;

	QuietHoursMessageRule(QuietHoursSettings settings, KnownParticipants participants, ParticipantPlaces places,
			QuietHours quietHours, ReplyWindow replies, Clock clock) {
		this.settings = settings;
		this.participants = participants;
		this.places = places;
		this.quietHours = quietHours;
		this.replies = replies;
		this.clock = clock;
	}

	@Override
	public Optional<String> refusal(OutgoingMessage message) {
		return this.settings.enabled() ? refusal(message.conversationSid()) : Optional.empty();
	}

	@Override
	public String name() {
		return "quiet-hours";
	}

	private Optional<String> refusal(ConversationSid sid) {
		List<KnownParticipant> people = this.participants.of(sid);
		if (people.isEmpty() || this.replies.includesAny(people)) {
			return Optional.empty();
		}
		Map<String, CustomerPlace> placesOfPeople = this.places.of(sid);
		Instant now = this.clock.instant();
		return people.stream()
			.flatMap((person) -> this.quietHours
				.refusal(placesOfPeople.getOrDefault(person.participantSid(), CustomerPlace.UNKNOWN), now)
				.filter((refusal) -> !this.replies.includes(person))
				.stream())
			.map(QuietHoursRefusal::text)
			.findFirst();
	}

}
