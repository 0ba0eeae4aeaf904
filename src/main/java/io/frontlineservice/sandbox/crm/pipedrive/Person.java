package io.frontlineservice.sandbox.crm.pipedrive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person. Held by {@link Account}. Immutable.
 *
 * @param id the id
 * @param values what people have entered, with the names and the forms of version 2
 * @param updateTime when it was last changed, in RFC 3339
 * @param isDeleted whether it was deleted: Pipedrive keeps it for 30 days
 */
record Person(long id, Map<String, Object> values, String updateTime, boolean isDeleted) {

	String name() {
		return String.valueOf(this.values.get("name"));
	}

	long ownerId() {
		return ((Number) Objects.requireNonNull(this.values.get("owner_id"))).longValue();
	}

	@Nullable Long orgId() {
		return (Long) this.values.get("org_id");
	}

	/** Returns the texts of {@code emails} or {@code phones}. */
	List<String> texts(String list) {
		List<String> texts = new ArrayList<>();
		if (this.values.get(list) instanceof List<?> entries) {
			entries.forEach((entry) -> texts.add(String.valueOf(((Map<?, ?>) entry).get("value"))));
		}
		return texts;
	}

	Map<?, ?> customFields() {
		return (this.values.get("custom_fields") instanceof Map<?, ?> fields) ? fields : Map.of();
	}

	/** Returns the texts of custom fields; those of other types are not searchable. */
	List<String> customTexts() {
		return this.customFields().values().stream().filter(String.class::isInstance).map(String.class::cast).toList();
	}

	Stream<String> searched(String field) {
		return switch (field) {
			case "name" -> Stream.of(name());
			case "email" -> texts("emails").stream();
			case "phone" -> texts("phones").stream();
			case "custom_fields" -> customTexts().stream();
			default -> Stream.of();
		};
	}

	/** Writes the person as version 2 does, without its custom fields. */
	Map<String, @Nullable Object> toJson() {
		int blank = name().lastIndexOf(' ');
		Map<String, @Nullable Object> json = new HashMap<>();
		json.put("id", this.id);
		json.put("first_name", (blank > 0) ? name().substring(0, blank) : name());
		json.put("last_name", (blank > 0) ? name().substring(blank + 1) : null);
		json.put("org_id", null);
		json.put("emails", List.of());
		json.put("phones", List.of());
		json.put("picture_id", null);
		json.put("visible_to", 3);
		json.put("label_ids", List.of());
		json.put("add_time", this.updateTime);
		json.putAll(this.values);
		json.put("update_time", this.updateTime);
		json.put("is_deleted", this.isDeleted);
		return json;
	}

}
