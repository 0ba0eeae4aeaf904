package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.Conversation.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Conversation resource. Called by {@link RestApi}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/api/conversation-resource">
 * Twilio: Conversation resource</a>
 */
final class ConversationCalls {

	private final Stage stage;

	ConversationCalls(Stage stage) {
		this.stage = stage;
	}

	/** Both dates include themselves; without a time, an end is the end of that day. */
	Reply list(Request request) {
		Form query = request.query();
		Instant start = instant(query.get("StartDate"), false);
		Instant end = instant(query.get("EndDate"), true);
		String word = query.get("State");
		State state = (word != null) ? State.of(word) : null;
		return ResourcePage.of(request, "conversations",
				this.stage.conversations()
					.where((it) -> (state == null || it.state() == state)
							&& (start == null || !it.createdAt().isBefore(start))
							&& (end == null || !it.createdAt().isAfter(end))),
				this.stage.resources()::of);
	}

	Reply create(Request request) {
		Draft draft = written(Draft.EMPTY, request.form());
		if (request.firesWebhooks()) {
			draft = this.stage.preEvents().ask(draft, this.stage.events().conversationAdd(draft, Origin.API));
		}
		Conversation conversation = this.stage.conversations().create(draft, State.ACTIVE);
		publish(request, this.stage.events().conversation("onConversationAdded", conversation, Origin.API));
		return Reply.created(this.stage.resources().of(conversation));
	}

	Reply fetch(Request request, String sid) {
		return Reply.ok(this.stage.resources().of(get(request, sid)));
	}

	Reply update(Request request, String sid) {
		Conversation before = get(request, sid);
		String word = request.form().get("State");
		Instant now = this.stage.now();
		Conversation after = this.stage.conversations().change(before.sid(), (it) -> {
			Conversation written = it.with(written(it.draft(), request.form()), now);
			return (word != null) ? written.with(State.of(word), now) : written;
		});
		List<Event> happened = new ArrayList<>();
		happened.add(this.stage.events().conversation("onConversationUpdated", after, Origin.API));
		if (before.state() != after.state()) {
			happened.add(this.stage.events().stateUpdated(after, before.state(), "API"));
		}
		publish(request, happened.toArray(Event[]::new));
		return Reply.ok(this.stage.resources().of(after));
	}

	Reply delete(Request request, String sid) {
		Conversation conversation = get(request, sid);
		this.stage.conversations().delete(conversation.sid());
		publish(request, this.stage.events().conversation("onConversationRemoved", conversation, Origin.API));
		return Reply.noContent();
	}

	private Conversation get(Request request, String sid) {
		Conversation conversation = this.stage.conversations().find(sid);
		if (conversation == null) {
			throw RestProblem.notFound(request.path());
		}
		return conversation;
	}

	private void publish(Request request, Event... happened) {
		if (request.firesWebhooks()) {
			this.stage.deliveries().send(List.of(happened));
		}
	}

	private static Draft written(Draft before, Form form) {
		return before.with(form.get("FriendlyName"), form.get("UniqueName"), form.get("Attributes"));
	}

	private static @Nullable Instant instant(@Nullable String text, boolean endOfDay) {
		if (text == null) {
			return null;
		}
		try {
			if (text.contains("T")) {
				return Instant.parse(text);
			}
			Instant start = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
			return endOfDay ? start.plus(1, ChronoUnit.DAYS).minusNanos(1) : start;
		}
		catch (DateTimeException ex) {
			throw RestProblem.invalid("'" + text + "' is no date");
		}
	}

}
