package io.frontlineservice.crm.mapping;

import io.frontlineservice.text.CleanText;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the owners of a customer. Called by {@link CustomerMapper}. */
final class Owners {

	private static final Pattern SEPARATOR = Pattern.compile("[;|,\\v]");

	private Owners() {
	}

	/** The owners in all of those fields, as they are written. */
	static Set<String> of(CrmRecord record, List<String> fields) {
		Set<String> owners = new HashSet<>();
		for (String field : fields) {
			Object value = record.value(field);
			Stream<String> texts = FieldValues.texts(value).stream();
			// An entry of a list is one owner, whatever its characters.
			Stream<String> written = (value instanceof Collection) ? texts : texts.flatMap(SEPARATOR::splitAsStream);
			written.map(CleanText::trim).filter((owner) -> !owner.isEmpty()).forEach(owners::add);
		}
		return owners;
	}

}
