package io.frontlineservice.crm.jdbc.own;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The queries that an operator can configure, and the values of each. */
enum QueryKind {

	LIST, SEARCH, BY_ID, BY_ADDRESS, COUNT;

	private static final String PREFIX = "frontline.crm.jdbc.queries.";

	/** Returns the setting of the query. */
	String setting() {
		return PREFIX + key();
	}

	/** Returns the last part of that setting. */
	String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Returns the values that the query can use. */
	Set<Bind> binds() {
		return switch (this) {
			case LIST -> EnumSet.of(Bind.WORKERS, Bind.AFTER_NAME, Bind.AFTER_ID, Bind.LIMIT);
			case SEARCH -> EnumSet.range(Bind.WORKERS, Bind.DIGITS_WITHIN);
			case BY_ID -> EnumSet.of(Bind.ID);
			case BY_ADDRESS -> EnumSet.of(Bind.PHONES, Bind.CHAT, Bind.LIMIT);
			case COUNT -> EnumSet.noneOf(Bind.class);
		};
	}

	/** Whether it returns a page of customers. */
	boolean isOfPages() {
		return this == LIST || this == SEARCH;
	}

	/** Whether the adapter cannot work without it. */
	boolean isRequired() {
		return this == LIST || this == BY_ID || this == BY_ADDRESS;
	}

	/** Returns the configured query; null if there is none. */
	@Nullable String in(Queries queries) {
		String sql = switch (this) {
			case LIST -> queries.list();
			case SEARCH -> queries.search();
			case BY_ID -> queries.byId();
			case BY_ADDRESS -> queries.byAddress();
			case COUNT -> queries.count();
		};
		return (sql != null && !sql.isBlank()) ? sql : null;
	}

}
