package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.people.LastTalks;
import io.frontlineservice.conversation.people.LastTalks.LastTalk;
import io.frontlineservice.conversation.routing.Verdict.Pass;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@link RuleName#LAST_TALKED}. Who was in a conversation with a person is remembered for
 * the time that {@code frontline.retention} says. Thread-safe.
 */
@Component
class LastTalkedRule implements RoutingRule {

	private final LastTalks talks;

	private final Reachability reachability;

	LastTalkedRule(LastTalks talks, Reachability reachability) {
		this.talks = talks;
		this.reachability = reachability;
	}

	@Override
	public RuleName name() {
		return RuleName.LAST_TALKED;
	}

	@Override
	public Verdict ask(Inquiry inquiry) {
		Optional<LastTalk> last = inquiry.people()
			.stream()
			.flatMap((person) -> this.talks.last(person.known(), inquiry.conversationSid()).stream())
			.max(Comparator.comparing(LastTalk::at));
		return last
			.map((talk) -> this.reachability.checked(talk.worker(), "the worker of the last conversation, " + talk.at(),
					inquiry))
			.orElseGet(() -> new Pass("no earlier conversation is remembered"));
	}

}
