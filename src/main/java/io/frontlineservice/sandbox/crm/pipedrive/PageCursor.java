package io.frontlineservice.sandbox.crm.pipedrive;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The first person of the next page, by what a list is sorted by. Clients must not look
 * into it. Used by {@link PersonList}. Immutable.
 *
 * @param field the field by which the list is sorted
 * @param descending whether the last is the first
 * @param time the update time of the person
 * @param id the id of the person
 */
record PageCursor(String field, boolean descending, String time, long id) {

	static @Nullable PageCursor of(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			JsonNode json = CrmReply.JSON
				.readTree(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
			PipedriveException.require(json.path("id").isNumber(), "the cursor is invalid");
			return new PageCursor(json.path("field").asString(""),
					json.path("sortDirection").asString("").equals("desc"), json.path("time").asString(""),
					json.path("id").asLong());
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw PipedriveException.invalid("the cursor is invalid");
		}
	}

	String toText() {
		String json = CrmReply.JSON.writeValueAsString(Map.of("field", this.field, "sortDirection",
				this.descending ? "desc" : "asc", "time", this.time, "id", this.id));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	/** Returns a person at that place, to compare others with. */
	Person person() {
		return new Person(this.id, Map.of(), this.time, false);
	}

}
