package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.search.NameRange;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a query reads. Made for each query. Immutable.
 *
 * @param names the names to read, or to leave out; null for the whole list
 * @param isWithin whether only these names are read; otherwise all but these are
 * @param after where the part begins; null for the beginning of the list
 * @param most the most customers to find
 */
record ListPart(@Nullable NameRange names, boolean isWithin, @Nullable Place after, int most) {

	/** The whole list after that place. */
	static ListPart after(@Nullable Place after, int most) {
		return new ListPart(null, false, after, most);
	}

	static ListPart within(NameRange names, @Nullable Place after, int most) {
		return new ListPart(names, true, after, most);
	}

	static ListPart without(NameRange names, @Nullable Place after, int most) {
		return new ListPart(names, false, after, most);
	}

	/**
	 * Returns the condition on an entry of a list or a customer, after an {@code and};
	 * empty for the whole list.
	 * @param values is given the values of the parameters
	 */
	String sql(ManagedDialect dialect, SqlValues values) {
		String sql = (this.after != null) ? " and " + dialect.after(this.after, values) : "";
		if (this.names == null) {
			return sql;
		}
		String from = values.add("from", this.names.from());
		String end = values.add("end", this.names.end());
		return sql + (this.isWithin ? " and sort_key >= " + from + " and sort_key < " + end
				: " and (sort_key < " + from + " or sort_key >= " + end + ")");
	}

}
