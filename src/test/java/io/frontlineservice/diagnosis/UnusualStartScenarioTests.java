package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.ServiceProcess;
import io.frontlineservice.SignedRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar reports about files and values that look right. */
class UnusualStartScenarioTests {

	private static final String CUSTOMERS = "customer_id,display_name,worker\n1,Ann Example,ada@example.com\n";

	@TempDir
	private Path directory;

	@Test
	void unusableStoreIsRefusedWithoutStackTrace() throws Exception {
		Files.writeString(this.directory.resolve("store.db"), "no database\n".repeat(100));
		Map<String, String> environment = complete();
		environment.put("FRONTLINE_STORE_URL", "jdbc:sqlite:store.db");
		assertRefused(environment, "frontline.store.url names a file that is not an SQLite database");
	}

	@Test
	void doctorAndStartRefuseSameStore() throws Exception {
		Map<String, String> environment = complete();
		environment.put("FRONTLINE_STORE_URL", "jdbc:sqlite:/proc/frontline/store.db");
		String problem = "frontline.store.url must name a file in a folder that this service may write to";
		assertRefused(environment, problem);
		try (ServiceProcess doctor = ServiceProcess.start(this.directory, environment, "--doctor")) {
			assertThat(doctor.exitCode()).isEqualTo(1);
			assertThat(doctor.output()).contains("!!  " + problem);
		}
	}

	@Test
	void storeInMemoryIsOnlyForSandbox() throws Exception {
		Map<String, String> environment = complete();
		environment.put("FRONTLINE_STORE_URL", "jdbc:sqlite::memory:");
		assertRefused(environment, "frontline.store.url must name a file, such as jdbc:sqlite:data/frontline.db");
	}

	@Test
	void unreadableConfigurationIsOneLineForStartAndDoctor() throws Exception {
		Path file = Files.writeString(this.directory.resolve("application.yml"),
				"frontline:\n\tpublic-url: https://fis.example.com\n");
		String problem = file + ", line 2, column 1: there is a tab: YAML needs spaces";
		assertRefused(complete(), problem);
		try (ServiceProcess doctor = ServiceProcess.start(this.directory, complete(), "--doctor")) {
			assertThat(doctor.exitCode()).isEqualTo(1);
			assertThat(doctor.output()).contains("!!  the configuration cannot be read: " + problem)
				.doesNotContain("\tat ");
		}
	}

	@Test
	void customerFileIsCheckedWithTheConfigurationOfTheService() throws Exception {
		Path file = Files.write(this.directory.resolve("export.csv"),
				"Nr;Wer\n1;J\u00F6rg\n".getBytes(Charset.forName("windows-1252")));
		Files.writeString(this.directory.resolve("application.yml"), """
				frontline.crm.file:
				  encoding: windows-1252
				  fields: { customer-id: Nr, display-name: Wer }
				""");
		try (ServiceProcess check = ServiceProcess.start(this.directory, complete(), "customers", "check",
				"export.csv")) {
			assertThat(check.exitCode()).isEqualTo(1);
			assertThat(check.output()).startsWith(file + "\n  rows: 1, customers: 1, without a worker: 1")
				.contains("the file can be used")
				.doesNotContain("J\u00F6rg", "\tat ");
		}
	}

	@Test
	void unreadableJsonOfTheEnvironmentIsOneLineToo() throws Exception {
		Map<String, String> environment = complete();
		environment.put("SPRING_APPLICATION_JSON", "{\"some-value\":");
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment)) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output()).contains("SPRING_APPLICATION_JSON is not valid JSON")
				.doesNotContain("some-value", "\tat ");
		}
	}

	@Test
	void yamlConversionIsExplained() throws Exception {
		Files.writeString(this.directory.resolve("application.yml"), """
				frontline:
				  default-region: NO
				  senders.sms: +15005550006
				  templates:
				    default-language: no
				""");
		assertRefused(new HashMap<>(),
				"frontline.default-region must be a region of two letters, such as US or DE; YAML reads NO, No, no and off "
						+ "without quotes as false",
				"frontline.templates.default-language must be a language tag such as en or pt-BR; YAML reads NO",
				"frontline.senders.sms must be a number in international form", "; YAML reads digits without quotes");
	}

	@Test
	void quotedNorwayAndNorwegianAreAccepted() throws Exception {
		Files.writeString(this.directory.resolve("application.yml"), """
				frontline:
				  default-region: "NO"
				  templates.default-language: "no"
				""");
		Files.writeString(this.directory.resolve("workers.yml"), "- { identity: ada@example.com, language: no }\n");
		Map<String, String> environment = new HashMap<>(Map.of("FRONTLINE_WORKERS_LOCATION", "workers.yml"));
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment)) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output()).contains("frontline.public-url is missing")
				.doesNotContain("default-region", "default-language", "frontline.workers.location");
		}
	}

	@Test
	void unusableFileIsShownWithAbsolutePath() throws Exception {
		Files.writeString(this.directory.resolve("customers.json"), "[ oops ]");
		Map<String, String> environment = complete();
		environment.put("FRONTLINE_CRM_FILE_LOCATION", "customers.json");
		environment.put("FRONTLINE_WORKERS_LOCATION", "workers.yml");
		assertRefused(environment, "These files cannot be used:",
				"frontline.crm.file.location names a file that cannot be used: line 1, column",
				"(" + this.directory.resolve("customers.json") + ")",
				"frontline.workers.location names a file that does not exist: a relative path starts in "
						+ this.directory + " (" + this.directory.resolve("workers.yml") + ")");
	}

	@Test
	void filesWithUmlautAreFoundInLocaleWithoutUmlaut() throws Exception {
		// The locale of this test may not have an umlaut either.
		Path folder = Files.createDirectories(SettingPath.of(this.directory + "/Büro"));
		Files.writeString(folder.resolve("customers.csv"), CUSTOMERS);
		Files.writeString(this.directory.resolve("application.yml"), """
				frontline:
				  crm.file.location: Büro/customers.csv
				  store.url: jdbc:sqlite:Büro/Ablage/übrig.db
				""", StandardCharsets.UTF_8);
		Map<String, String> environment = complete();
		environment.remove("FRONTLINE_CRM_FILE_LOCATION");
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment)) {
			String output = service.awaitOutput((text) -> text.contains("Started FrontlineIntegrationService"));
			assertThat(output).contains("1 customers in use", "Started FrontlineIntegrationService");
			assertThat(SettingPath.of(this.directory + "/Büro/Ablage/übrig.db")).isRegularFile();
		}
	}

	@Test
	void lostUmlautIsExplained() throws Exception {
		Map<String, String> environment = complete();
		environment.put("FRONTLINE_CRM_FILE_LOCATION", "/data/K\u00fcche.csv");
		assertRefused(environment, "frontline.crm.file.location names a file with letters that were lost",
				"set LC_ALL=C.UTF-8");
	}

	private void assertRefused(Map<String, String> environment, String... problems) throws Exception {
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment)) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output()).contains(problems).doesNotContain("\tat ", "stack_trace");
		}
	}

	/** All required settings, in a process without a locale. */
	private Map<String, String> complete() throws Exception {
		Files.writeString(this.directory.resolve("customers.csv"), CUSTOMERS);
		Map<String, String> environment = new HashMap<>();
		environment.put("LC_ALL", "C");
		environment.put("PORT", "0");
		environment.put("MANAGEMENT_SERVER_PORT", "0");
		environment.put("TWILIO_ACCOUNT_SID", SignedRequest.ACCOUNT_SID);
		environment.put("TWILIO_AUTH_TOKEN", SignedRequest.TOKEN);
		environment.put("FRONTLINE_TWILIO_API_URL", "http://localhost:1");
		environment.put("FRONTLINE_PUBLIC_URL", "https://fis.example.com");
		environment.put("FRONTLINE_CRM_FILE_LOCATION", "customers.csv");
		return environment;
	}

}
