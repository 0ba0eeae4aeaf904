package io.frontlineservice.crm.reader;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.datafile.AsWritten;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A customer as a JSON or YAML file has it: the properties of Twilio's sample, ours, and
 * those of any other name, which a setting may name. Read for {@link CustomerFile}.
 */
@JsonNaming(SnakeCaseStrategy.class)
record CustomerRow(@Nullable String customerId, @Nullable String displayName, @Nullable String worker,
		@Nullable List<@Nullable String> workers, @Nullable String avatar,
		@Nullable List<@Nullable ChannelRow> channels, @Nullable List<@Nullable LinkRow> links,
		@Nullable DetailRow details, @Nullable String email, @Nullable String company, @Nullable String language,
		@Nullable String updatedAt,
		@JsonDeserialize(contentUsing = AsWritten.class) @Nullable Map<String, @Nullable Object> attributes,
		@JsonAnySetter @JsonDeserialize(
				contentUsing = NestedAsWritten.class) @Nullable Map<String, @Nullable Object> others) {

	/** The names of the properties that are neither the sample's nor ours. */
	Set<String> otherNames() {
		return (this.others != null) ? this.others.keySet() : Set.of();
	}

	CrmRecord toRecord() {
		Map<String, @Nullable Object> values = new HashMap<>((this.others != null) ? this.others : Map.of());
		values.put("customer_id", this.customerId);
		values.put("display_name", this.displayName);
		values.put("worker", this.worker);
		values.put("workers", this.workers);
		values.put("avatar", this.avatar);
		values.put("channels", objects(this.channels));
		values.put("links", objects(this.links));
		values.put("details", (this.details != null) ? this.details.values() : null);
		values.put("email", this.email);
		values.put("company", this.company);
		values.put("language", this.language);
		values.put("updated_at", this.updatedAt);
		return CrmRecord.of(values, (this.attributes != null) ? this.attributes : Map.of());
	}

	private static @Nullable List<Map<String, String>> objects(@Nullable List<? extends @Nullable NestedRow> rows) {
		return (rows != null)
				? rows.stream().map((row) -> (row != null) ? row.values() : Map.<String, String>of()).toList() : null;
	}

	/** An object within a customer. */
	private interface NestedRow {

		/** Its values by name. */
		Map<String, String> values();

	}

	/** A channel as it was written. */
	@JsonNaming(SnakeCaseStrategy.class)
	record ChannelRow(@Nullable String type, @Nullable String value) implements NestedRow {

		@Override
		public Map<String, String> values() {
			Map<String, String> values = new HashMap<>();
			putIfPresent(values, "type", this.type);
			putIfPresent(values, "value", this.value);
			return values;
		}

	}

	/** A link as it was written. */
	@JsonNaming(SnakeCaseStrategy.class)
	record LinkRow(@Nullable String type, @Nullable String value, @Nullable String displayName) implements NestedRow {

		@Override
		public Map<String, String> values() {
			Map<String, String> values = new HashMap<>();
			putIfPresent(values, "type", this.type);
			putIfPresent(values, "value", this.value);
			putIfPresent(values, "display_name", this.displayName);
			return values;
		}

	}

	/** A text as it was written. */
	@JsonNaming(SnakeCaseStrategy.class)
	record DetailRow(@Nullable String title, @Nullable String content) implements NestedRow {

		@Override
		public Map<String, String> values() {
			Map<String, String> values = new HashMap<>();
			putIfPresent(values, "title", this.title);
			putIfPresent(values, "content", this.content);
			return values;
		}

	}

	private static void putIfPresent(Map<String, String> values, String name, @Nullable String value) {
		if (value != null) {
			values.put(name, value);
		}
	}

}
