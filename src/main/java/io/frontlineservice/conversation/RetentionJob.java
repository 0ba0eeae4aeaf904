package io.frontlineservice.conversation;

import io.frontlineservice.conversation.participant.KnownIdentities;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.people.LastWorkers;
import io.frontlineservice.conversation.routing.RoutingDecisions;
import io.frontlineservice.work.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Removes data that is older than the retention. Run every six hours. */
@Component
class RetentionJob implements RecurringJob {

	private final ConversationStore conversations;

	private final RoutingDecisions decisions;

	private final LastWorkers lastWorkers;

	private final KnownParticipants participants;

	private final KnownIdentities identities;

	private final List<RetainedData> others;

	private final RetentionSettings settings;

	private final Clock clock;

	RetentionJob(ConversationStore conversations, RoutingDecisions decisions, LastWorkers lastWorkers,
			KnownParticipants participants, KnownIdentities identities, List<RetainedData> others,
			RetentionSettings settings, Clock clock) {
		this.conversations = conversations;
		this.decisions = decisions;
		this.lastWorkers = lastWorkers;
		this.participants = participants;
		this.identities = identities;
		this.others = List.copyOf(others);
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "forget-what-is-old";
	}

	@Override
	public Duration interval() {
		return Duration.ofHours(6);
	}

	@Override
	public void run() {
		Instant oldest = this.clock.instant().minus(this.settings.retention());
		this.conversations.removeBefore(oldest);
		this.decisions.removeBefore(oldest);
		this.lastWorkers.removeBefore(oldest);
		this.participants.removeBefore(oldest);
		this.identities.removeBefore(oldest);
		this.others.forEach((data) -> data.removeBefore(oldest));
	}

}
