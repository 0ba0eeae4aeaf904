package io.frontlineservice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** Tests which tables of a database the sandbox uses. */
class SandboxTablesTests {

	private static final String SCHEMA = "frontline.crm.jdbc.schema";

	private final MockEnvironment environment = new MockEnvironment();

	@BeforeEach
	void sandbox() {
		this.environment.setActiveProfiles("sandbox");
	}

	@Test
	void tablesOfTheServiceAreTheDefault() {
		assertThat(schema()).isEqualTo("managed");
	}

	@Test
	void ownQueriesReadOwnTables() {
		this.environment.setProperty("frontline.crm.jdbc.queries.by-id", "select 1");
		assertThat(schema()).isNull();
	}

	@Test
	void ownSettingTakesPrecedence() {
		this.environment.setProperty(SCHEMA, "own");
		assertThat(schema()).isEqualTo("own");
	}

	@Test
	void serviceHasNoDefault() {
		this.environment.setActiveProfiles("production");
		assertThat(schema()).isNull();
	}

	private String schema() {
		new SandboxTables().postProcessEnvironment(this.environment, new SpringApplication());
		return this.environment.getProperty(SCHEMA);
	}

}
