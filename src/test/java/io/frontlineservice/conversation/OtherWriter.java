package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another program that writes attributes of a conversation and its participants between
 * our calls. It reads, changes one value and writes in one moment. Used by
 * {@link TwoWritersPropertyTests} with a {@link FakeConversations}.
 */
final class OtherWriter {

	/** The place of attributes of the conversation itself. */
	static final String CONVERSATION = "conversation";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final FakeConversations twilio;

	private final String sid;

	private final List<Write> writes;

	private final Map<String, Map<String, Optional<JsonNode>>> kept = new HashMap<>();

	private int calls;

	private boolean writing;

	OtherWriter(FakeConversations twilio, String sid, List<Write> writes) {
		this.twilio = twilio;
		this.sid = sid;
		this.writes = writes;
	}

	/** Makes the writes that come before this call. */
	synchronized void beforeCall(String call) {
		if (!this.writing) {
			this.writing = true;
			this.writes.stream().filter((it) -> it.call() == this.calls).forEach((it) -> write(it, call));
			this.writing = false;
			this.calls++;
		}
	}

	/** Makes the writes that come after all our calls, and then no more. */
	synchronized void afterAllCalls() {
		this.writing = true;
		this.writes.stream().filter((it) -> it.call() >= this.calls).forEach((it) -> write(it, "none"));
	}

	/**
	 * The last value of each name, except names that were written right before our write;
	 * empty if it was removed.
	 */
	Map<String, Optional<JsonNode>> kept(String place) {
		return this.kept.getOrDefault(place, Map.of());
	}

	ObjectNode attributes(String place) {
		String text = place.equals(CONVERSATION) ? this.twilio.conversation(sid(this.sid)).attributes()
				: this.twilio.attributesOf(this.sid, place);
		return (text != null) ? (ObjectNode) JSON.readTree(text) : JSON.createObjectNode();
	}

	private void write(Write write, String ourCall) {
		ObjectNode attributes = attributes(write.place());
		write.value()
			.ifPresentOrElse((value) -> attributes.set(write.name(), value), () -> attributes.remove(write.name()));
		String text = JSON.writeValueAsString(attributes);
		Map<String, Optional<JsonNode>> values = this.kept.computeIfAbsent(write.place(), (place) -> new HashMap<>());
		values.put(write.name(), write.value());
		if (write.place().equals(CONVERSATION)) {
			this.twilio.describe(sid(this.sid), null, text);
		}
		else {
			this.twilio.describeParticipant(sid(this.sid), participantAt(write.place()), text);
		}
		if (ourCall.equals(ourWriteTo(write.place()))) {
			values.remove(write.name());
		}
	}

	/** Our write to that place, before which this service does not read again. */
	private String ourWriteTo(String place) {
		return place.equals(CONVERSATION) ? "describe" : "describeParticipant " + participantAt(place);
	}

	private String participantAt(String address) {
		return this.twilio.participants(sid(this.sid))
			.stream()
			.filter((it) -> address.equals(it.address()))
			.findFirst()
			.orElseThrow()
			.sid();
	}

	/**
	 * One change.
	 *
	 * @param call how many of our calls come before it
	 * @param place {@link #CONVERSATION}, or the address of a participant
	 * @param value the value; empty to remove it
	 */
	record Write(int call, String place, String name, Optional<JsonNode> value) {

		static Write of(int call, String place, String name, Optional<String> json) {
			return new Write(call, place, name, json.map(JSON::readTree));
		}

	}

}
