package io.frontlineservice.crm.airtable;

import io.frontlineservice.crm.mapping.CrmRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record as the kit reads it: of values that are objects, the part that people see. A
 * user is an e-mail address, an attachment its file name, and in a field of pictures its
 * URL. Made by {@link CustomerRecords}. Immutable.
 *
 * @param values the values by the names of the fields
 * @param pictures the fields whose attachments are pictures
 * @see <a href="https://airtable.com/developers/web/api/field-model">Field types and cell
 * values</a>
 */
record RecordValues(Map<String, Object> values, Set<String> pictures) implements CrmRecord {

	/** What a record has beside its fields. */
	static final String ID = "recordId";

	static final String CREATED = "createdTime";

	static final Set<String> ENVELOPE = Set.of(ID, CREATED);

	private static final Pattern FORM_OF_ID = Pattern.compile("rec[A-Za-z0-9]{14}");

	/** The parts of objects that people see, of which each type has one or more. */
	private static final List<String> SHOWN = List.of("email", "filename", "text", "name", "value", "url");

	static boolean isId(String text) {
		return FORM_OF_ID.matcher(text).matches();
	}

	@Override
	public @Nullable Object value(String field) {
		return shown(this.values.get(field), this.pictures.contains(field));
	}

	/** Whether a field has attachments, whose URLs end. */
	boolean hasAttachments(String field) {
		return this.values.get(field) instanceof Collection<?> list && list.stream().anyMatch(Map.class::isInstance);
	}

	private static @Nullable Object shown(@Nullable Object value, boolean isPicture) {
		if (value instanceof Collection<?> list) {
			return list.stream().map((it) -> shown(it, isPicture)).filter(Objects::nonNull).toList();
		}
		if (!(value instanceof Map<?, ?> object)) {
			return value;
		}
		return isPicture ? pictureUrl(object)
				: SHOWN.stream().map(object::get).filter(String.class::isInstance).findFirst().orElse(null);
	}

	/** A smaller picture is enough for a phone; not every file has one. */
	private static @Nullable Object pictureUrl(Map<?, ?> attachment) {
		Object thumbnails = attachment.get("thumbnails");
		Object large = (thumbnails instanceof Map<?, ?> sizes) ? sizes.get("large") : null;
		return Stream.of(Objects.requireNonNullElse(large, Map.of()), attachment)
			.map((it) -> (it instanceof Map<?, ?> picture) ? picture.get("url") : null)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
