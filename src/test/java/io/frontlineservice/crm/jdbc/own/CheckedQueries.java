package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Observation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Queries of a table {@code c} whose check is tested, one of them changed at a time.
 * Immutable.
 *
 * @param url the database
 * @param queries the queries
 * @param fields the settings of the columns
 */
record CheckedQueries(String url, Queries queries, FieldMapping fields) {

	private static final String SELECT = "select id as customer_id, name as display_name, owner as worker, phone from c\n";

	private static final String PAGE = """
			where owner in (:workers)
			[[and (name > :after_name or (name = :after_name and id > :after_id))]]
			""";

	private static final String END = "order by name, id\nlimit :limit";

	static CheckedQueries in(String url) {
		return new CheckedQueries(url,
				new Queries(SELECT + PAGE + END, SELECT + PAGE + "[[and name like :word_start]]\n" + END,
						SELECT + "where id = :id", SELECT + "where phone in (:phones)\n" + END, null),
				FieldMapping.NONE);
	}

	CheckedQueries withList(UnaryOperator<String> change) {
		return with(new Queries(change.apply(this.queries.list()), this.queries.search(), this.queries.byId(),
				this.queries.byAddress(), null));
	}

	CheckedQueries withSearch(UnaryOperator<String> change) {
		return with(new Queries(this.queries.list(), change.apply(this.queries.search()), this.queries.byId(),
				this.queries.byAddress(), null));
	}

	CheckedQueries withById(UnaryOperator<String> change) {
		return with(new Queries(this.queries.list(), this.queries.search(), change.apply(this.queries.byId()),
				this.queries.byAddress(), null));
	}

	CheckedQueries withByAddress(UnaryOperator<String> change) {
		return with(new Queries(this.queries.list(), this.queries.search(), this.queries.byId(),
				change.apply(this.queries.byAddress()), null));
	}

	CheckedQueries withAll(UnaryOperator<String> change) {
		return withList(change).withSearch(change).withById(change).withByAddress(change);
	}

	private CheckedQueries with(Queries queries) {
		return new CheckedQueries(this.url, queries, this.fields);
	}

	CheckedQueries with(FieldMapping fields) {
		return new CheckedQueries(this.url, this.queries, fields);
	}

	/** Runs statements on the database first. */
	CheckedQueries after(String... statements) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url);
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		return this;
	}

	/** Creates the table anew. */
	CheckedQueries afterCreating(String columns) throws SQLException {
		return after("drop table if exists c", "create table c (" + columns + ")");
	}

	/** Returns what the check finds. */
	List<Observation> check() {
		try (CrmDatabase database = ContactTables.database(this.url)) {
			return tables(database).prepare();
		}
	}

	/** Returns what the examination finds. */
	List<Observation> examine() {
		try (CrmDatabase database = ContactTables.database(this.url)) {
			return tables(database).examine();
		}
	}

	OwnTables tables(CrmDatabase database) {
		return OwnTables.of(database, this.queries, this.fields, new AddressReader(null));
	}

}
