package io.frontlineservice.crm.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code import} says what is wrong before it connects to a database. */
class ImportCommandTests {

	/** No server listens here. */
	private final ImportRun run = new ImportRun("jdbc:postgresql://localhost:1/crm");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "", "--replace", "a.csv b.csv", "a.csv --repalce", "-r" })
	void argumentsThatAreNotUnderstoodAreRefused(String arguments) {
		assertThat(this.run.with(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1))).isEqualTo(2);
		assertThat(this.run.err())
			.isEqualTo("Usage: java -jar frontline-integration-service.jar import FILE [--replace] "
					+ "[--frontline.some-setting=value ...]\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "frontline.crm.jdbc.url=|frontline.crm.jdbc.url must be the JDBC URL",
			"frontline.crm.jdbc.url=postgres://db/crm|frontline.crm.jdbc.url must be the JDBC URL",
			"frontline.crm.jdbc.url=jdbc:nosql://db/crm|frontline.crm.jdbc.url needs a JDBC driver that is not on the",
			"frontline.crm.jdbc.schema=own|frontline.crm.jdbc.schema is own: import fills tables of this service",
			"frontline.crm.file.encoding=utf99|frontline.crm.file.encoding must be a charset",
			"frontline.x=1|The database of the customers cannot be reached" })
	void settingsAndConnectionsThatCannotBeUsedAreNamed(String setting, String problem) throws IOException {
		assertThat(this.run.with(customers(), "--" + setting)).isEqualTo(1);
		assertThat(this.run.err()).contains(problem);
	}

	@Test
	void fileThatDoesNotExistIsNamed() {
		assertThat(this.run.with(this.folder.resolve("none.csv").toString())).isEqualTo(1);
		assertThat(this.run.err()).contains("none.csv: this is a file that does not exist");
	}

	private String customers() throws IOException {
		return Files.writeString(this.folder.resolve("customers.csv"), "customer_id,display_name\n1,Nora\n").toString();
	}

}
