package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.mapping.CustomerField;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns in the result of a query. Read for each result by {@link RowReader} and
 * once by {@link QueryCheck}. Immutable.
 *
 * @param all the columns in their order
 */
record ResultColumns(List<Column> all) {

	static ResultColumns of(ResultSetMetaData metaData) throws SQLException {
		List<Column> columns = new ArrayList<>(metaData.getColumnCount());
		for (int i = 1; i <= metaData.getColumnCount(); i++) {
			columns.add(new Column(i, metaData.getColumnLabel(i), metaData.getColumnType(i),
					String.valueOf(metaData.getColumnTypeName(i)),
					metaData.isNullable(i) == ResultSetMetaData.columnNullable));
		}
		return new ResultColumns(List.copyOf(columns));
	}

	/** The first of these columns that the result has. */
	Optional<Column> first(List<String> names) {
		return names.stream().flatMap((name) -> named(name).stream()).findFirst();
	}

	Optional<Column> named(String name) {
		return this.all.stream().filter((it) -> it.name().equalsIgnoreCase(name)).findFirst();
	}

	/** The column by which pages are continued. */
	Optional<Column> sortName(Columns columns) {
		return named(PageCursor.ATTRIBUTE).or(() -> first(columns.names(CustomerField.DISPLAY_NAME)));
	}

	/** The column of the customers' ids. */
	Optional<Column> id(Columns columns) {
		return first(columns.names(CustomerField.CUSTOMER_ID));
	}

	List<String> names() {
		return this.all.stream().map(Column::name).toList();
	}

	/**
	 * A column.
	 *
	 * @param index its position, from 1
	 * @param label its label in the result
	 * @param type its type of JDBC
	 * @param typeName the name of its type in the database
	 * @param nullable whether the database knows that it can be null
	 */
	record Column(int index, String label, int type, String typeName, boolean nullable) {

		String name() {
			return this.label.toLowerCase(Locale.ROOT);
		}

	}

}
