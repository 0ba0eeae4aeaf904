package io.frontlineservice.crm.jdbc.own;

import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestMariaDb;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.diagnosis.Observation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** The tables, indexes and queries in {@code database.md} work as it says. */
class OwnTablesDocumentTests {

	private static final Pattern BLOCK = Pattern.compile("(?s)```(sql|yaml)\n(.*?)```");

	private static final String COLUMNS = "insert into contacts (full_name, company, email, owner, tier) ";

	@Test
	void examplesForPostgresWork() throws Exception {
		assertExampleWorks("### PostgreSQL", TestPostgres.newDatabase(),
				COLUMNS + "select 'Customer ' || i, 'Company', 'c' || i || '@example.com', 'Ben@example.com', 'b' "
						+ "from generate_series(1, 3000) i; analyze; drop owned by frontline; drop user frontline");
	}

	@Test
	void examplesForMariaDbWork() throws Exception {
		assertExampleWorks("### MariaDB and MySQL", TestMariaDb.newDatabase() + "&allowMultiQueries=true",
				COLUMNS + "select concat('Customer ', seq), 'Company', concat('c', seq, '@example.com'), "
						+ "'Ben@example.com', 'b' from seq_1_to_3000; analyze table contacts");
	}

	@Test
	void exampleConfigurationHasUsableQueries() throws Exception {
		String example = Files.readString(Path.of("application.yml.example"))
			.replaceAll("(?m)^( +)# ( *[a-z-]+:( [\\$\"].*)?)$", "$1$2");
		assertThat(QueryFindings.of(queries(example), DatabaseProduct.POSTGRESQL, false)).isEmpty();
	}

	@Test
	void everyBindAndFieldIsDescribed() throws Exception {
		String document = Files.readString(Path.of("src/docs/database.md"));
		for (Bind bind : Bind.values()) {
			assertThat(document).contains("`:" + bind.key() + "`");
		}
		assertThat(Columns.of(FieldMapping.NONE).reserved()).allMatch((name) -> document.contains("`" + name + "`"));
	}

	private static void assertExampleWorks(String heading, String url, String data) throws Exception {
		List<MatchResult> blocks = blocks(heading);
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement()) {
			statement.execute(blocks.get(0).group(2));
			statement.execute(blocks.get(1).group(2));
			statement.execute(COLUMNS + "values ('José Nuñez', 'Acme', 'jose@example.org', 'Ada@Example.com', 'gold'), "
					+ "('Ann Hill', null, null, 'ada@example.com', null), ('Ann Hill', null, null, '*', null)");
			statement.execute("insert into phones (contact_id, number, is_mobile) values (1, '(415) 555-0101', true), "
					+ "(1, '+49 30 1234567', false), (2, 'none', true), (3, '+49/30/1234567', true)");
			statement.execute(data);
		}
		try (CrmDatabase database = ContactTables.database(url)) {
			Queries queries = queries(blocks.get(2).group(2));
			assertThat(QueryFindings.of(queries, database.product(), false)).isEmpty();
			OwnTables tables = OwnTables.of(database, queries, FieldMapping.NONE, new AddressReader("US"));
			assertThat(tables.prepare()).extracting(Observation::seen)
				.allMatch((it) -> it.equals("the user in frontline.crm.jdbc.username may change tables"));
			assertThat(tables.examine()).extracting(Observation::seen).contains("customers in the database: 3,003");
			assertCustomersAreFound(tables);
		}
	}

	private static void assertCustomersAreFound(OwnTables tables) {
		assertThat(new Walk(tables, audience("ada@example.com"), "").idsInPagesOf(1)).containsExactly("2", "3", "1");
		assertThat(Walk.all(tables).idsInPagesOf(1_000)).hasSize(3003).doesNotHaveDuplicates();
		for (String search : List.of("josé", "NUN", "jose nuñez", "acm", "jose@ex", "415 555", "(030) 123")) {
			assertThat(new Walk(tables, audience("ada@example.com"), search).ids()).as(search).contains("1");
		}
		assertThat(new Walk(tables, audience("ada@example.com"), "hill").idsInPagesOf(1)).containsExactly("2", "3");
		CrmCustomer jose = tables.byId(id("1"), Walk.soon()).orElseThrow();
		assertThat(jose.channels()).extracting((it) -> it.value()).containsExactly("+14155550101", "+49301234567");
		assertThat(jose.text("tier")).isEqualTo("gold");
		assertThat(tables.byAddress(sms("+14155550101"), Walk.soon())).containsExactly(jose);
		assertThat(tables.byAddress(sms("+49301234567"), Walk.soon())).extracting((it) -> it.id().value())
			.containsExactly("3", "1");
	}

	private static List<MatchResult> blocks(String heading) throws Exception {
		String document = Files.readString(Path.of("src/docs/database.md"));
		return BLOCK.matcher(document.substring(document.indexOf(heading))).results().limit(3).toList();
	}

	private static Queries queries(String yaml) throws Exception {
		PropertySource<?> source = new YamlPropertySourceLoader()
			.load("document", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
			.get(0);
		return new Binder(ConfigurationPropertySources.from(source)).bindOrCreate("frontline.crm.jdbc.queries",
				Queries.class);
	}

}
