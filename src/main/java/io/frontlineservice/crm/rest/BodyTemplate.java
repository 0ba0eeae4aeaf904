package io.frontlineservice.crm.rest;

import io.frontlineservice.diagnosis.UnusableSettingException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configured JSON of a request. A text that is a placeholder becomes a value of JSON;
 * nothing is ever inserted into the text of the document. Part of {@link RestRequest}.
 * Immutable.
 */
final class BodyTemplate {

	private final JsonNode json;

	private BodyTemplate(JsonNode json) {
		this.json = json;
	}

	/**
	 * Parses a setting.
	 * @throws UnusableSettingException if it is not an object of JSON, or a placeholder
	 * does not exist
	 */
	static BodyTemplate parse(String text) {
		JsonNode json;
		try {
			json = JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			throw new UnusableSettingException("must be JSON: there is an error near character "
					+ ex.getLocation().getColumnNr() + " of line " + ex.getLocation().getLineNr());
		}
		if (!json.isContainer()) {
			throw new UnusableSettingException("must be an object or a list of JSON, such as {\"q\": \"{search}\"}");
		}
		BodyTemplate body = new BodyTemplate(json);
		for (PlaceholderText value : texts(json)) {
			if (!value.misplaced().isEmpty()) {
				throw new UnusableSettingException("must have " + Placeholder.list(value.misplaced())
						+ " as a whole text, such as \"{search}\": what a worker types must not become a part of a query");
			}
		}
		return body;
	}

	private static List<PlaceholderText> texts(JsonNode json) {
		List<PlaceholderText> texts = new ArrayList<>();
		json.values().forEach((value) -> {
			if (value.isString()) {
				texts.add(PlaceholderText.parse(value.asString()));
			}
			texts.addAll(texts(value));
		});
		return texts;
	}

	Set<Placeholder> placeholders() {
		Set<Placeholder> all = EnumSet.noneOf(Placeholder.class);
		texts(this.json).forEach((text) -> all.addAll(text.placeholders()));
		return all;
	}

	/**
	 * Returns the JSON with values, for Jackson. What has an empty placeholder is left
	 * out: a property; or a list, or an object within a list, as a whole.
	 * @param separator between the values of a list; null for a list of JSON
	 */
	Object render(PlaceholderValues values, @Nullable String separator) {
		return render(this.json, values, separator, false).orElse(Map.of());
	}

	private static Optional<Object> render(JsonNode node, PlaceholderValues values, @Nullable String separator,
			boolean inList) {
		if (node.isObject()) {
			return object(node, values, separator, inList);
		}
		if (node.isArray()) {
			return list(node, values, separator);
		}
		return node.isString() ? text(PlaceholderText.parse(node.asString()), values, separator) : Optional.of(node);
	}

	private static Optional<Object> object(JsonNode node, PlaceholderValues values, @Nullable String separator,
			boolean inList) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			Optional<Object> value = render(property.getValue(), values, separator, false);
			if (value.isEmpty() && inList) {
				return Optional.empty();
			}
			value.ifPresent((it) -> object.put(property.getKey(), it));
		}
		return Optional.of(object);
	}

	private static Optional<Object> list(JsonNode node, PlaceholderValues values, @Nullable String separator) {
		List<Object> list = new ArrayList<>();
		for (JsonNode element : node) {
			Optional<Object> value = render(element, values, separator, true);
			if (value.isEmpty() && !element.isContainer()) {
				return Optional.empty();
			}
			value.ifPresent(list::add);
		}
		return Optional.of(list);
	}

	private static Optional<Object> text(PlaceholderText text, PlaceholderValues values, @Nullable String separator) {
		Placeholder alone = text.alone();
		if (alone == null) {
			return text.render(values, (value) -> value).map((it) -> it);
		}
		List<String> all = values.of(alone);
		if (all.isEmpty()) {
			return Optional.empty();
		}
		if (alone.isList()) {
			return Optional.of((separator == null) ? all : String.join(separator, all));
		}
		return Optional.of(alone.isCount() ? Long.valueOf(all.get(0)) : all.get(0));
	}

}
