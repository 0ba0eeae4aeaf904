package io.frontlineservice.crm.jdbc.own;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one call of a query. Filled by {@link OwnTables}, read by
 * {@link QueryTemplate}. Not thread-safe.
 */
final class BindValues {

	private final Map<Bind, @Nullable Object> values;

	private List<Map<Bind, @Nullable Object>> words = List.of();

	BindValues() {
		this.values = new EnumMap<>(Bind.class);
	}

	private BindValues(Map<Bind, @Nullable Object> values) {
		this.values = values;
	}

	/** Sets a value: a text, a number, a list of texts that is not empty, or null. */
	BindValues set(Bind bind, @Nullable Object value) {
		this.values.put(bind, value);
		return this;
	}

	/** Sets the values that differ for each word of a search. */
	BindValues setWords(List<Map<Bind, @Nullable Object>> words) {
		this.words = words;
		return this;
	}

	/** Returns the values for each word of a search. */
	List<BindValues> ofEachWord() {
		return this.words.stream().map((word) -> {
			Map<Bind, @Nullable Object> all = new EnumMap<>(this.values);
			all.putAll(word);
			return new BindValues(all);
		}).toList();
	}

	boolean hasAll(Collection<Bind> binds) {
		return this.values.keySet().containsAll(binds);
	}

	@Nullable Object get(Bind bind) {
		if (!this.values.containsKey(bind)) {
			throw new IllegalStateException("No value for :" + bind.key());
		}
		return this.values.get(bind);
	}

}
