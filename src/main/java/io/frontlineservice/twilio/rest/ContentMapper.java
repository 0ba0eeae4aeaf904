package io.frontlineservice.twilio.rest;

import com.twilio.rest.content.v1.ContentAndApprovals;
import io.frontlineservice.template.ContentSid;
import io.frontlineservice.template.TwilioContent;
import io.frontlineservice.template.TwilioContent.Approval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Maps a content of Twilio to the record of the port. Called by {@link TwilioContents}
 * within a call, so that an unreadable content counts as a failed call.
 */
final class ContentMapper {

	private static final String TEXT = "twilio/text";

	private ContentMapper() {
	}

	static TwilioContent content(ContentAndApprovals it) {
		ContentSid sid = new ContentSid(Objects.requireNonNull(it.getSid()));
		Map<?, ?> approval = approval(map(it.getApprovalRequests()));
		Map<?, ?> type = type(map(it.getTypes()), text(approval.get("content_type")));
		List<String> texts = new ArrayList<>();
		collect(type, texts);
		String name = text(approval.get("name"));
		if (name == null) {
			name = Objects.requireNonNullElse(it.getFriendlyName(), sid.value());
		}
		return TwilioContent.of(sid, name, Objects.requireNonNullElse(it.getLanguage(), ""), text(type.get("body")),
				texts, samples(map(it.getVariables())), Approval.of(text(approval.get("status"))));
	}

	/**
	 * The approval is flat in the list of all contents, but under the name of the channel
	 * in the resource of a single content.
	 */
	private static Map<?, ?> approval(Map<?, ?> requests) {
		return (requests.get("whatsapp") instanceof Map<?, ?> nested) ? nested : requests;
	}

	/** The type that WhatsApp has approved, else the text, else any with a text. */
	private static Map<?, ?> type(Map<?, ?> types, @Nullable String approved) {
		if (approved != null && types.get(approved) instanceof Map<?, ?> type) {
			return type;
		}
		if (types.get(TEXT) instanceof Map<?, ?> type) {
			return type;
		}
		return types.values()
			.stream()
			.map(ContentMapper::map)
			.filter((it) -> it.get("body") instanceof String)
			.findFirst()
			.orElse(Map.of());
	}

	private static Map<String, String> samples(Map<?, ?> variables) {
		Map<String, String> samples = new LinkedHashMap<>();
		variables.forEach((name, value) -> samples.put(String.valueOf(name), (value != null) ? value.toString() : ""));
		return samples;
	}

	/** Collects all texts, such as those of buttons. */
	private static void collect(@Nullable Object value, List<String> texts) {
		if (value instanceof String text) {
			texts.add(text);
		}
		else if (value instanceof Map<?, ?> map) {
			map.values().forEach((it) -> collect(it, texts));
		}
		else if (value instanceof List<?> list) {
			list.forEach((it) -> collect(it, texts));
		}
	}

	private static Map<?, ?> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? map : Map.of();
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value instanceof String text) ? text : null;
	}

}
