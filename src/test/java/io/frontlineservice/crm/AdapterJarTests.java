package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.addressbook.AddressBookServer;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.ServiceProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.configurationprocessor.ConfigurationMetadataAnnotationProcessor;
import tools.jackson.databind.JsonNode;

/** An adapter in a jar of its own is found on the class path of the service. */
class AdapterJarTests {

	private static final Path SOURCES = Path.of("src", "test", "java", "com", "example", "addressbook");

	private static final AddressBookServer SERVER = new AddressBookServer(
			List.of(at(customer("7", "Nora Lind", ADA), sms("+14155550101")), customer("8", "Zoe Marsh")));

	@TempDir
	private static Path folder;

	private static Path jar;

	@BeforeAll
	static void buildJar() throws IOException {
		Path classes = Files.createDirectory(folder.resolve("classes"));
		List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath(), "-parameters",
				"-processor", ConfigurationMetadataAnnotationProcessor.class.getName()));
		try (Stream<Path> sources = Files.list(SOURCES)) {
			sources.map(Path::toString)
				.filter((name) -> !name.endsWith("Tests.java") && !name.endsWith("Server.java"))
				.forEach(arguments::add);
		}
		run("javac", arguments);
		jar = folder.resolve("address-book.jar");
		run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), ".", "-C",
				Path.of("src", "test", "addressbook").toString(), "."));
	}

	@AfterAll
	static void closeServer() {
		SERVER.close();
	}

	@Test
	void customersComeFromTheAdapterInTheJar(@TempDir Path directory) throws Exception {
		try (ServiceProcess service = ServiceProcess.startConfiguredWith(List.of(jar), directory,
				settings("address-book"))) {
			CrmCallback callback = new CrmCallback(service.url().getPort());
			JsonNode customer = CrmCallback.objects(callback.details(ADA, "7")).path("customer");
			assertThat(customer.path("display_name").asString()).isEqualTo("Nora Lind");
			assertThat(customer.path("channels").path(0).path("value").asString()).isEqualTo("+14155550101");
			assertThat(customer.path("links").path(0).path("value").asString())
				.isEqualTo("https://crm.example.com/contacts/7");
			assertThat(callback.walk(ADA, 30)).containsExactly("7");
			assertThat(callback.details(ADA, "8").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void doctorExaminesTheAdapterInTheJar(@TempDir Path directory) throws Exception {
		try (ServiceProcess doctor = ServiceProcess.startWith(List.of(jar), directory,
				ServiceProcess.configured(settings("address-book")), "--doctor")) {
			doctor.exitCode();
			assertThat(doctor.output()).contains("the address book answers");
		}
	}

	@Test
	void wrongSettingOfTheAdapterIsRefusedAtStart(@TempDir Path directory) throws Exception {
		Map<String, String> settings = settings("address-book");
		settings.remove("FRONTLINE_CRM_ADDRESSBOOK_URL");
		settings.put("FRONTLINE_CRM_ADDRESSBOOK_FIELDS_FONE", "mobile");
		try (ServiceProcess service = ServiceProcess.startWith(List.of(jar), directory,
				ServiceProcess.configured(settings))) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output()).contains("frontline.crm.address-book.url is missing",
					"FRONTLINE_CRM_ADDRESSBOOK_FIELDS_FONE is not a setting");
		}
	}

	@Test
	void typoInTheNameOfTheAdapterIsAnsweredWithTheNamesThereAre(@TempDir Path directory) throws Exception {
		Map<String, String> settings = settings("adress-book");
		settings.keySet().removeIf((name) -> name.startsWith("FRONTLINE_CRM_ADDRESSBOOK"));
		try (ServiceProcess service = ServiceProcess.startWith(List.of(jar), directory,
				ServiceProcess.configured(settings))) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output()).contains("frontline.crm.adapter must be one of address-book, airtable");
		}
	}

	private static Map<String, String> settings(String adapter) {
		return new HashMap<>(Map.of("FRONTLINE_CRM_ADAPTER", adapter, "FRONTLINE_CRM_ADDRESSBOOK_URL",
				SERVER.url().toString(), "FRONTLINE_CRM_ADDRESSBOOK_FIELDS_LINKPATTERNS_CRM",
				"https://crm.example.com/contacts/{{id}}"));
	}

	private static void run(String tool, List<String> arguments) {
		int status = ToolProvider.findFirst(tool)
			.orElseThrow()
			.run(System.out, System.err, arguments.toArray(String[]::new));
		assertThat(status).as(tool).isZero();
	}

	/** Without the tests' classes, which have the adapter's too. */
	private static String classPath() {
		String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return String.join(File.pathSeparator,
				Stream.of(tests.split(File.pathSeparator)).filter((it) -> !it.endsWith("test-classes")).toList());
	}

}
