package io.frontlineservice.crm.mapping;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.text.CleanText;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the owners of a customer. Called by {@link CustomerMapper}.
 * <p>
 * In a text, semicolons, bars and line breaks separate owners. Commas do so only between
 * e-mail addresses, because the owner's name in an export may be {@code Berg, Lina}. An
 * entry of a list is one owner.
 */
final class Owners {

	private static final Pattern SEPARATOR = Pattern.compile("[;|\\v]");

	private static final Pattern COMMA = Pattern.compile(",");

	private static final String EVERYONE = CrmCustomer.EVERYONE.written();

	private Owners() {
	}

	/** The owners in all of those fields, as they are written. */
	static Set<String> of(CrmRecord record, List<String> fields, Remarks remarks) {
		Set<String> owners = new HashSet<>();
		for (String field : fields) {
			Object value = record.value(field);
			List<String> texts = FieldValues.texts(value);
			if (value instanceof Collection) {
				trimmed(texts.stream()).forEach(owners::add);
			}
			else {
				texts.forEach((text) -> addAll(text, owners, remarks));
			}
		}
		return owners;
	}

	private static void addAll(String text, Set<String> owners, Remarks remarks) {
		if (EVERYONE.equals(CleanText.trim(text))) {
			owners.add(EVERYONE);
			return;
		}
		trimmed(SEPARATOR.splitAsStream(text).flatMap(Owners::splitAtCommas)).forEach((owner) -> {
			if (owner.equals(EVERYONE)) {
				remarks.add("the owner * is left out: it means every worker only if it is the whole value");
			}
			else {
				owners.add(owner);
			}
		});
	}

	private static Stream<String> splitAtCommas(String text) {
		List<String> parts = trimmed(COMMA.splitAsStream(text)).toList();
		return parts.stream().allMatch((part) -> part.contains("@")) ? parts.stream() : Stream.of(text);
	}

	private static Stream<String> trimmed(Stream<String> texts) {
		return texts.map(CleanText::trim).filter((text) -> !text.isEmpty());
	}

}
