package io.frontlineservice.crm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.file.CustomersLoader.Loaded;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file with an id twice is not loaded, and a bad change keeps what was loaded. */
class CustomersLoaderTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"customers.json|[\\n  {\"customer_id\": 1},\\n  {\"customer_id\": 2},\\n  {\"customer_id\": \"1\"}]|line 4, column 3",
			"customers.yml|- customer_id: 1\\n- customer_id: 1|line 2, column 3",
			"customers.csv|customer_id,display_name\\n1,Nora\\n 1 ,Zoe|line 3, column 1" })
	void anIdMayStandInAFileOnce(String name, String text, String where) {
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> TestLoader.load(this.folder, name, text.replace("\\n", "\n")))
			.withMessage(where + ": another customer above has the same customer_id");
	}

	@Test
	void checkingRefusesWhatLoadingRefuses() throws IOException {
		FileLocation file = TestLoader.write(this.folder, "customers.json", "[{}]");
		CustomersLoader loader = TestLoader.with(FieldMapping.NONE);
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> loader.check(file));
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> loader.summary(file));
		assertThat(loader.examine(file).report().rows().hasErrors()).isTrue();
	}

	@Test
	void reloadKeepsTheCustomersAndTellsTheProblem() throws IOException {
		String customer = "1,Nora,ada@example.com,+14155550101\n";
		FileLocation file = TestLoader.write(this.folder, "customers.csv",
				"customer_id,display_name,worker,Rufnummer\n" + customer);
		CustomersLoader loader = TestLoader.with(FieldMapping.of(Map.of(CustomerField.PHONE, List.of("Rufnummer"))));
		try (ReloadingFile<Loaded> watched = new ReloadingFile<>("customers", file, Duration.ofDays(1), loader::load)) {
			TestLoader.write(this.folder, "customers.csv",
					"customer_id,display_name,worker,Telefonnr\n" + customer + "2,Zoe,,\n");
			watched.look();
			watched.look();
			assertThat(watched.content().snapshot().size()).isEqualTo(1);
			assertThat(new CustomerFileEndpoint(watched).customerFile().changeNotInUse())
				.contains("frontline.crm.file.fields.phone names the column Rufnummer", "Telefonnr");
		}
	}

	@Test
	void theEndpointShowsTheFileInUse() throws IOException {
		FileLocation file = TestLoader.write(this.folder, "customers.json", """
				[{"customer_id": 1, "display_name": "Nora Lind", "worker": "ada@example.com"},
				 {"customer_id": "b-2", "display_name": "Zoe Marsh", "birthday": "1.1."},
				 {"customer_id": 3, "worker": " ", "updated_at": "yesterday", "display_name": ""}]""");
		CustomersLoader loader = TestLoader.with(FieldMapping.NONE);
		try (ReloadingFile<Loaded> watched = new ReloadingFile<>("customers", file, Duration.ofDays(1), loader::load)) {
			CustomerFileEndpoint.Answer answer = new CustomerFileEndpoint(watched).customerFile();
			assertThat(answer.customers()).isEqualTo(3);
			assertThat(answer.withoutWorker()).isEqualTo(2);
			assertThat(answer.changeNotInUse()).isNull();
			assertThat(answer.remarkCount()).isEqualTo(answer.remarks().size()).isGreaterThan(2);
			assertThat(answer.unknownProperties()).containsExactly("birthday");
		}
	}

}
