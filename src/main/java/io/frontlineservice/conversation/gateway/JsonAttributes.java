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
 * The attributes of a conversation, a participant or a user: a JSON object that Twilio
 * stores as text. Other programs write attributes as well, so their values stay. Used for
 * every change of attributes. Immutable.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-limits">Conversations
 * limits</a>
 */
public final class JsonAttributes {

	/** The limit for a conversation and for a user. */
	public static final int MAX_CONVERSATION_BYTES = 16 * 1024;

	/** The limit for a participant. */
	public static final int MAX_PARTICIPANT_BYTES = 4 * 1024;

	private static final int MAX_DEPTH = 100;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_DEPTH)
				.maxDocumentLength(4 * MAX_CONVERSATION_BYTES)
				.build())
			.build())
		// Numbers of other programs keep all their digits.
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final ObjectNode values;

	private JsonAttributes(ObjectNode values) {
		this.values = values;
	}

	/**
	 * Reads attributes; null, blank text and the JSON value null are an empty object.
	 * Returns an empty result if the text is not a JSON object: no value can be added
	 * without destroying the text.
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

	/** Returns the value as text; null if it is missing, blank, an object or an array. */
	public @Nullable String text(String name) {
		JsonNode value = this.values.get(name);
		return (value != null && value.isValueNode() && !value.isNull() && !value.asString("").isBlank())
				? value.asString() : null;
	}

	/**
	 * Returns all attributes as text, with the additions that are missing. If the text is
	 * too long, the last additions are left out one by one.
	 * @param additions names and values, the most important first; null values are
	 * skipped
	 * @param maxBytes the limit of the text in UTF-8
	 * @return empty if there is no addition
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

	/** Returns these attributes without that one. */
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
