package io.frontlineservice.crm.jdbc.managed;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The values of the parameters of one statement. Filled while its SQL is built. Not
 * thread-safe.
 */
final class SqlValues {

	private final MapSqlParameterSource values = new MapSqlParameterSource();

	private int count;

	/** Adds a value, and returns its parameter. */
	String add(String name, Object value) {
		this.count++;
		String parameter = name + this.count;
		this.values.addValue(parameter, value);
		return ":" + parameter;
	}

	MapSqlParameterSource toSource() {
		return this.values;
	}

}
