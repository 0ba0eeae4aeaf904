package io.frontlineservice.consent.quiet;

import io.frontlineservice.conversation.participant.KnownParticipant;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whether a person wrote recently, so that a worker's message is a reply. Reads the
 * store. Thread-safe.
 */
@Component
final class ReplyWindow {

	private final KnownParticipants participants;

	private final PersonHashes hashes;

	private final QuietHoursSettings settings;

	private final Clock clock;

	ReplyWindow(KnownParticipants participants, PersonHashes hashes, QuietHoursSettings settings, Clock clock) {
		this.participants = participants;
		this.hashes = hashes;
		this.settings = settings;
		this.clock = clock;
	}

	/** Returns whether the person wrote recently in any conversation. */
	boolean includes(PersonKeys person) {
		return wroteRecently(this.hashes.accepted(List.of(person)));
	}

	/** Returns whether the participant wrote recently in any conversation. */
	boolean includes(KnownParticipant participant) {
		return isRecent(participant.lastInboundAt()) || wroteRecently(
				Stream.of(participant.customerHash(), participant.addressHash()).filter(Objects::nonNull).toList());
	}

	/** Returns whether one of them wrote recently in this conversation. */
	boolean includesAny(List<KnownParticipant> ofConversation) {
		return ofConversation.stream().anyMatch((it) -> isRecent(it.lastInboundAt()));
	}

	private boolean wroteRecently(Collection<String> people) {
		return this.participants.lastInbound(people).filter(this::isRecent).isPresent();
	}

	private boolean isRecent(@Nullable Instant inbound) {
		return inbound != null && inbound.isAfter(this.clock.instant().minus(this.settings.replyWindow()));
	}

}
