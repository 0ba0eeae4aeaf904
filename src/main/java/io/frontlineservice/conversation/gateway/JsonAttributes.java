package io.frontlineservice.conversation.gateway;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes of a conversation, a participant or a user, which Twilio keeps as the
 * text of a JSON object, and which other programs write as well: what is there stays as
 * it is. Used by all who change them. Immutable.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-limits">Conversations
 * limits</a>
 */
public final class JsonAttributes {

	/** The limit of a conversation's and of a user's attributes, in bytes. */
	public static final int MAX_CONVERSATION_BYTES = 16 * 1024;

	/** The limit of a participant's attributes, in bytes. */
	public static final int MAX_PARTICIPANT_BYTES = 4 * 1024;

	private static final int MAX_DEPTH = 100;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_DEPTH)
				.maxDocumentLength(4 * MAX_CONVERSATION_BYTES)
				.build())
			.build())
		// Numbers of others stay as exact as they are.
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final ObjectNode values;

	private JsonAttributes(ObjectNode values) {
		this.values = values;
	}

	/**
	 * Reads attributes; nothing, or null, is an empty object. Empty if what is there is
	 * no JSON object: then nothing can be added without destroying it.
	 */
	public static Optional<JsonAttributes> read(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return Optional.of(new JsonAttributes(JSON.createObjectNode()));
		}
		try {
			JsonNode read = JSON.readTree(text);
			JsonNode values = read.isNull() ? JSON.createObjectNode() : read;
			return (values instanceof ObjectNode object) ? Optional.of(new JsonAttributes(object)) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/** The text that stands there; null if there is none. */
	public @Nullable String text(String name) {
		JsonNode value = this.values.get(name);
		return (value != null && value.isValueNode() && !value.isNull() && !value.asString("").isBlank())
				? value.asString() : null;
	}

	/**
	 * All attributes as text, with those values added that are not there yet. If that is
	 * longer than allowed, the last of them are left out, one by one.
	 * @param additions names and values, the most important first; null values are no
	 * additions
	 * @return empty if there is nothing to add
	 */
	public Optional<String> with(Map<String, @Nullable String> additions, int maxBytes) {
		Map<String, String> missing = new LinkedHashMap<>();
		additions.forEach((name, value) -> {
			if (value != null && text(name) == null) {
				missing.put(name, value);
			}
		});
		while (!missing.isEmpty()) {
			String text = merged(missing);
			if (text.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
				return Optional.of(text);
			}
			missing.remove(missing.keySet().stream().reduce((first, second) -> second).orElseThrow());
		}
		return Optional.empty();
	}

	/** The same but for that one. */
	public JsonAttributes without(String name) {
		ObjectNode others = this.values.deepCopy();
		others.remove(name);
		return new JsonAttributes(others);
	}

	private String merged(Map<String, String> missing) {
		ObjectNode all = this.values.deepCopy();
		missing.forEach(all::put);
		return JSON.writeValueAsString(all);
	}

}
