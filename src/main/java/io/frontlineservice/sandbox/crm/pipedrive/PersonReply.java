package io.frontlineservice.sandbox.crm.pipedrive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes persons with the custom fields that a request asks for. Made for each request.
 * Immutable.
 *
 * @param account the account
 * @param keys the custom fields to write; all without a key
 * @param withLabels whether options are written with their labels
 */
record PersonReply(Account account, List<String> keys, boolean withLabels) {

	private static final int MOST_KEYS = 15;

	static PersonReply of(Query query, Account account) {
		List<String> keys = query.texts("custom_fields");
		PipedriveException.require(keys.size() <= MOST_KEYS, "custom_fields has more than 15 keys");
		keys.forEach((key) -> PipedriveException.require(account.field(key) != null, "there is no field " + key));
		return new PersonReply(account, keys, query.flag("include_option_labels"));
	}

	Map<String, @Nullable Object> toJson(Person person) {
		Map<String, @Nullable Object> values = new HashMap<>();
		for (Account.CustomField field : this.account.fields()) {
			if (this.keys.isEmpty() || this.keys.contains(field.key())) {
				values.put(field.key(), value(person.customFields().get(field.key()), field));
			}
		}
		Map<String, @Nullable Object> json = person.toJson();
		json.put("custom_fields", values);
		return json;
	}

	private @Nullable Object value(@Nullable Object stored, Account.CustomField field) {
		if (stored instanceof List<?> several) {
			return several.stream().map((it) -> value(it, field)).toList();
		}
		String label = (stored instanceof Integer option) ? field.options().get(option) : null;
		return (label != null && this.withLabels) ? Map.of("id", stored, "label", label) : stored;
	}

}
