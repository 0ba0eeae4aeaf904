package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** When {@link Killer} kills an instance. */
enum KillPoint {

	RANDOM("at a random moment", null, null),

	/** While the tables are created; only at the beginning of a run. */
	SCHEMA("the schema is being made", null, null),

	STARTING("it is starting", null, null),

	STOPPING("it was asked to stop", null, null),

	EVENT_SENT("routing was posted, not answered", Moment.EVENT_SENT, Event.ROUTING),

	EVENT_ANSWERED("routing was answered 200", Moment.EVENT_ANSWERED, Event.ROUTING),

	PARTICIPANT_EVENT_ANSWERED("onParticipantAdded was answered 200", Moment.EVENT_ANSWERED, "onParticipantAdded"),

	CONVERSATION_ASKED("a conversation was asked for", Moment.CALL_RECEIVED, RestCall.FETCH_CONVERSATION.name()),

	PARTICIPANTS_ASKED("participants were asked for", Moment.CALL_RECEIVED, RestCall.LIST_PARTICIPANTS.name()),

	INTRODUCTION_ASKED("attributes came, not applied", Moment.CALL_RECEIVED, RestCall.UPDATE_PARTICIPANT.name()),

	INTRODUCED("attributes applied, not answered", Moment.CALL_DONE, RestCall.UPDATE_PARTICIPANT.name()),

	WORKER_ASKED("a worker came, not added", Moment.CALL_RECEIVED, RestCall.ADD_PARTICIPANT.name()),

	WORKER_ADDED("a worker added, not answered", Moment.CALL_DONE, RestCall.ADD_PARTICIPANT.name()),

	WORKER_ANSWERED("a worker added and answered", Moment.CALL_ANSWERED, RestCall.ADD_PARTICIPANT.name());

	/** The moments that alternate with random ones. */
	static final List<KillPoint> NAMED = Stream.of(values())
		.filter((point) -> point != RANDOM && point != SCHEMA)
		.toList();

	private final String words;

	private final Moment moment;

	private final String name;

	KillPoint(String words, Moment moment, String name) {
		this.words = words;
		this.moment = moment;
		this.name = name;
	}

	/** Whether the moment is a request or an answer between Twilio and the service. */
	boolean isOnTheWire() {
		return this.moment != null;
	}

	/** Whether this is the moment, for the instance that calls Twilio as this user. */
	boolean isIt(TrafficEvent happening, String user) {
		boolean answered = this.moment != Moment.EVENT_ANSWERED || happening.status() == 200;
		return answered && Objects.equals(this.moment, happening.moment()) && happening.name().equals(this.name)
				&& (happening.caller().isEmpty() || happening.caller().equals(user));
	}

	/** Whether Twilio may continue only after a delay. */
	boolean isBeforeAnything() {
		return this.moment == Moment.CALL_RECEIVED;
	}

	@Override
	public String toString() {
		return this.words;
	}

}
