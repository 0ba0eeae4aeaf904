package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.sandbox.pretend.webhook.Origin;
import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.wire.Form;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Conversation.State;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Conversation resource. Called by {@link RestApi}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/api/conversation-resource">
 * Twilio: Conversation resource</a>
 */
final class ConversationCalls {

	private static final String START_OF_DAY = "T00:00:00Z";

	private static final String END_OF_DAY = "T23:59:59Z";

	private static final int DAY_LENGTH = "YYYY-MM-DD".length();

	private final PretendWorld world;

	private final Webhooks webhooks;

	private final Resources resources;

	ConversationCalls(PretendWorld world, Webhooks webhooks, Resources resources) {
		this.world = world;
		this.webhooks = webhooks;
		this.resources = resources;
	}

	/**
	 * Both dates are inclusive. As in Twilio's OpenAPI, a start date is the beginning of
	 * a day and an end date its last second, both in UTC. With either date the newest
	 * conversation comes first.
	 */
	Reply list(Request request) {
		Form query = request.query();
		Instant start = instant(query.get("StartDate"), START_OF_DAY);
		Instant end = instant(query.get("EndDate"), END_OF_DAY);
		String word = query.get("State");
		State state = (word != null) ? State.of(word) : null;
		List<Conversation> found = new ArrayList<>(this.world.conversations()
			.where((it) -> (state == null || it.state() == state) && (start == null || !it.createdAt().isBefore(start))
					&& (end == null || it.createdAt().isBefore(end.plusSeconds(1)))));
		if (start != null || end != null) {
			Collections.reverse(found);
			found.sort(Comparator.comparing(Conversation::createdAt).reversed());
		}
		return ResourcePage.of(request, "conversations", found, this.resources::of);
	}

	Reply create(Request request) {
		Draft draft = written(Draft.EMPTY, request.form());
		if (request.firesWebhooks()) {
			draft = this.webhooks.ask(draft, Origin.API);
		}
		Conversation conversation = this.world.conversations().create(draft, State.ACTIVE);
		publish(request, this.webhooks.events().conversation("onConversationAdded", conversation, Origin.API));
		return Reply.created(this.resources.of(conversation));
	}

	Reply fetch(Request request, String sid) {
		return Reply.ok(this.resources.of(get(request, sid)));
	}

	Reply update(Request request, String sid) {
		Conversation before = get(request, sid);
		String word = request.form().get("State");
		Instant now = this.world.now();
		Conversation after = this.world.conversations().change(before.sid(), (it) -> {
			Conversation written = it.with(written(it.draft(), request.form()), now);
			return (word != null) ? written.with(State.of(word), now) : written;
		});
		List<Event> events = new ArrayList<>();
		events.add(this.webhooks.events().conversation("onConversationUpdated", after, Origin.API));
		if (before.state() != after.state()) {
			events.add(this.webhooks.events().stateUpdated(after, before.state(), "API"));
		}
		publish(request, events.toArray(Event[]::new));
		return Reply.ok(this.resources.of(after));
	}

	Reply delete(Request request, String sid) {
		Conversation conversation = get(request, sid);
		this.world.conversations().delete(conversation.sid());
		publish(request, this.webhooks.events().conversation("onConversationRemoved", conversation, Origin.API));
		return Reply.noContent();
	}

	private Conversation get(Request request, String sid) {
		Conversation conversation = this.world.conversations().find(sid);
		if (conversation == null) {
			throw RestException.notFound(request.path());
		}
		return conversation;
	}

	private void publish(Request request, Event... events) {
		if (request.firesWebhooks()) {
			this.webhooks.send(List.of(events));
		}
	}

	private static Draft written(Draft before, Form form) {
		return before.with(form.get("FriendlyName"), form.get("UniqueName"), form.get("Attributes"));
	}

	private static @Nullable Instant instant(@Nullable String text, String time) {
		if (text == null) {
			return null;
		}
		try {
			if (text.length() == DAY_LENGTH + time.length() && text.endsWith(time)) {
				return Instant.parse(text);
			}
		}
		catch (DateTimeException ex) {
			// The date does not exist.
		}
		throw RestException.invalid("'" + text + "' is not a date of the form YYYY-MM-DD" + time);
	}

}
