package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.own.ResultColumns.Column;
import io.frontlineservice.crm.mapping.CustomerField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.util.LinkedCaseInsensitiveMap;

/** Reads the rows of a result. Called by {@link OwnQueries}. Thread-safe. */
final class RowReader implements ResultSetExtractor<List<Row>> {

	private final Columns columns;

	/** Columns in which a text in JSON is parsed, whatever the type of the column. */
	private final Set<String> structured;

	RowReader(Columns columns) {
		this.columns = columns;
		this.structured = new HashSet<>(
				columns.names(CustomerField.CHANNELS, CustomerField.LINKS, CustomerField.DETAILS));
	}

	@Override
	public List<Row> extractData(ResultSet result) throws SQLException {
		ResultColumns found = ResultColumns.of(result.getMetaData());
		int id = found.id(this.columns).map(Column::index).orElse(0);
		int sortName = found.sortName(this.columns).map(Column::index).orElse(0);
		List<Row> rows = new ArrayList<>();
		while (result.next()) {
			Map<String, Object> fields = new LinkedCaseInsensitiveMap<>(found.all().size());
			for (Column column : found.all()) {
				Object value = value(result, column);
				if (value != null) {
					fields.put(column.label(), value);
				}
			}
			rows.add(new Row(fields, text(result, id), text(result, sortName)));
		}
		return rows;
	}

	private @Nullable Object value(ResultSet result, Column column) throws SQLException {
		Object value = ColumnValue.read(result, column.index(), column.type(), column.typeName());
		return (value instanceof String text && this.structured.contains(column.name())
				&& (text.startsWith("[") || text.startsWith("{"))) ? ColumnValue.parsed(text) : value;
	}

	private static @Nullable String text(ResultSet result, int column) throws SQLException {
		return (column > 0) ? result.getString(column) : null;
	}

}
