package io.frontlineservice.crm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the checks at start and the doctor say of Dataverse. */
class DataverseVendorTests {

	private final TestDataverse dataverse = new TestDataverse();

	private String directory = "";

	@AfterEach
	void close() {
		this.dataverse.close();
	}

	@Test
	void settingsOfTheTestsHaveNoFindings() {
		assertThat(findings()).isEmpty();
		this.dataverse.signInByCertificate();
		assertThat(findings()).isEmpty();
	}

	@Test
	void adapterIsSetUpByItsName() {
		String[] settings = this.dataverse.settings()
			.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + it.getValue())
			.toArray(String[]::new);
		new ApplicationContextRunner().withUserConfiguration(DataverseConfiguration.class, Needed.class)
			.withPropertyValues(settings)
			.withPropertyValues("frontline.crm.adapter=dataverse")
			.run((context) -> assertThat(Walk.all(context.getBean(CrmAdapter.class)).ids()).isEmpty());
	}

	@Test
	void missingSettingsAreFound() {
		assertThat(new DataverseVendor().findings(environment(Map.of()))).extracting(Finding::key)
			.containsExactlyInAnyOrder("frontline.crm.dataverse.url", "frontline.crm.dataverse.tenant-id",
					"frontline.crm.dataverse.client-id");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			url                    | https://acme.crm.dynamics.com/api/data | without a path
			url                    | http://acme.crm.dynamics.com           | https
			url                    | acme                                   | URL
			login-url              | http://login.example.com               | https
			tenant-id              | ../other                               | directory (tenant) id
			table                  | contacts?$top=1                        | entity set
			table                  | new_patients                           | id-column is missing
			table                  | new_patients                           | name-column is missing
			id-column              | contactid,fullname                     | logical name
			name-column            | fullname desc                          | logical name
			owner-column           | internalemailaddress)                  | logical name
			e164-column            | new e164                               | logical name
			app-id                 | Sales Hub                              | model-driven app
			act-as                 | admin                                  | act-as
			without-owner          | someone                                | without-owner
			calls-per-five-minutes | 0                                      | must be 1 or more
			calls-per-five-minutes | 100001                                 | must be 100,000 or less
			fields.phone           | mobilephone eq '1' or telephone1       | logical names
			fields.company         | a.b.c                                  | logical names
			fields.worker          | ownerid                                | _ownerid_value
			fields.worker          | ''                                     | _ownerid_value
			fields.details-text    | {{jobtitle, fullname}}                 | fields.details-text
			fields.details-text    | {{jobtitle                             | double braces
			fields.customer-id     | new_key                                | ids of Dataverse
			client-secret          | ''                                     | private-key and certificate
			private-key            | not a key                              | remove one of both
			""")
	void wrongSettingIsFound(String setting, String value, String problem) {
		this.dataverse.set(setting, value);
		assertThat(findings()).isNotEmpty().anySatisfy((it) -> assertThat(it).contains(problem));
		assertThat(findings())
			.allSatisfy((it) -> assertThat(it).doesNotContain(value.isEmpty() ? "\0" : " " + value + " "));
	}

	@Test
	void keyNeedsItsCertificate() {
		this.dataverse.set("client-secret", "").set("private-key", "not a key");
		assertThat(findings()).anySatisfy((it) -> assertThat(it).contains("must be an RSA private key in PEM"))
			.anySatisfy((it) -> assertThat(it).contains("must be the certificate of private-key in PEM"));
		this.dataverse.signInByCertificate().set("certificate", "not a certificate");
		assertThat(findings()).singleElement()
			.satisfies((it) -> assertThat(it).startsWith("frontline.crm.dataverse.certificate must be"));
		this.dataverse.set("private-key", TestCertificate.privateKey(TestCertificate.keys()))
			.set("certificate", certificate(Duration.ofDays(400)));
		assertThat(findings()).singleElement().satisfies((it) -> assertThat(it).contains("belongs to another key"));
	}

	@Test
	void doctorCountsCustomersWithoutANumberAndWithoutAnOwner() {
		String ada = this.dataverse.user("ada@example.com");
		this.dataverse.contact("Nora Lind", ada, Map.of("telephone1", "(415) 555-0101"));
		this.dataverse.contact("Ann Hill", ada, Map.of("telephone1", "+44 20 7946 0101"));
		this.dataverse.contact("Zoe Marsh", this.dataverse.tables().newId());
		assertThat(examination()).containsExactly("HOLDS of the first 3 customers, 1 have no usable number",
				"HOLDS of the first 3 customers, 1 have no owner");
	}

	@Test
	void doctorWarnsOfOwnersWhoAreNotWorkers() {
		this.dataverse.contact("Nora Lind", this.dataverse.tables().newId(), Map.of("telephone1", "4155550101"));
		assertThat(examination()).contains("WARNING of the first 1 customers, 1 have no owner");
	}

	@Test
	void doctorNamesTheColumnsThatAreMissing() {
		this.dataverse.tables().removeColumn("contact", "jobtitle");
		this.dataverse.set("fields.whatsapp", "new_whatsapp")
			.set("fields.worker", "_ownerid_value,_new_advisor_value")
			.set("owner-column", "new_identity");
		assertThat(examination()).containsExactly(
				"PROBLEM the table contact has no columns jobtitle, new_advisor, new_whatsapp",
				"PROBLEM the table systemuser has no columns new_identity");
	}

	@Test
	void doctorNamesATableThatDoesNotExist() {
		this.dataverse.set("table", "new_patients").set("id-column", "new_patientid").set("name-column", "new_name");
		assertThat(examination()).singleElement()
			.satisfies((it) -> assertThat(it).startsWith("PROBLEM Dataverse does not know the table new_patients"));
	}

	@Test
	void doctorNamesMissingPrivileges() {
		this.dataverse.pretend().callers().revoke("prvReadContact");
		assertThat(examination()).containsExactly("PROBLEM the application user lacks a privilege: prvReadContact");
	}

	@Test
	void doctorWarnsOfATableWithoutCustomers() {
		assertThat(examination()).containsExactly("WARNING the application user sees no customers");
	}

	@Test
	void doctorNamesSharedOwnersThatDoNotExist() {
		String ada = this.dataverse.user("ada@example.com");
		this.dataverse.contact("Nora Lind", ada, Map.of("telephone1", "4155550101"));
		this.dataverse.set("shared-owners", "ada@example.com," + this.dataverse.tables().newId());
		assertThat(examination()).allMatch((it) -> it.startsWith("HOLDS"));
		this.dataverse.set("shared-owners", "house@example.com");
		assertThat(examination())
			.contains("PROBLEM Dataverse does not have each owner in frontline.crm.dataverse.shared-owners");
	}

	@Test
	void doctorTellsThatTheCertificateEnds() {
		this.dataverse.signInByCertificate();
		assertThat(examination()).noneMatch((it) -> it.contains("certificate"));
		this.dataverse.set("certificate", certificate(Duration.ofDays(20)));
		assertThat(examination()).contains("WARNING the certificate for Dataverse ends in less than 30 days");
		this.dataverse.set("certificate", certificate(Duration.ofDays(-1)));
		assertThat(examination()).contains("PROBLEM the certificate for Dataverse has ended");
	}

	@Test
	void doctorNamesTheWorkersThatTheServiceMayNotActAs(@TempDir Path folder) throws Exception {
		Path workers = Files.writeString(folder.resolve("workers.yml"), """
				- identity: ada@example.com
				- identity: ben@example.com
				- identity: eve@example.com
				""");
		String ada = this.dataverse.set("act-as", "worker").user("ada@example.com");
		this.dataverse.pretend().callers().removeRoles(this.dataverse.user("ben@example.com"));
		this.dataverse.contact("Nora Lind", ada);
		assertThat(examination()).contains("NOT_EXAMINED not examined: the worker directory has no worker to act as");
		this.directory = workers.toString();
		assertThat(examination()).contains("PROBLEM the worker ben@example.com gets no customers",
				"PROBLEM the worker eve@example.com gets no customers");
		this.directory = Files.writeString(workers, "- identity: ada@example.com").toString();
		assertThat(examination()).contains("HOLDS Dataverse lets the service act as the workers of the directory");
	}

	@Test
	void doctorTellsThatTheCredentialsAreWrong() {
		this.dataverse.set("client-secret", "wrong");
		assertThat(examination())
			.containsExactly("PROBLEM Microsoft Entra or Dataverse does not accept the credentials");
	}

	@Test
	void doctorTellsThatDataverseReceivedTooManyCalls() {
		this.dataverse.pretend().limit(0);
		assertThat(examination()).singleElement().satisfies((it) -> assertThat(it).startsWith("PROBLEM "));
	}

	@Test
	void doctorTellsThatDataverseDoesNotAnswer() {
		this.dataverse.server().faults().change(CrmFault.DEAD, true);
		assertThat(examination()).singleElement().satisfies((it) -> assertThat(it).startsWith("PROBLEM "));
	}

	private static String certificate(Duration left) {
		X509Certificate certificate = TestCertificate.of(TestCertificate.KEYS, Instant.now().plus(left));
		return TestCertificate.pem(certificate);
	}

	private List<String> findings() {
		return new DataverseVendor().findings(environment(this.dataverse.settings()))
			.stream()
			.map((it) -> it.key() + " " + it.problem())
			.toList();
	}

	private List<String> examination() {
		List<Observation> seen = new DataverseVendor().examine(environment(this.dataverse.settings()));
		assertThat(seen).allMatch((it) -> it.outcome() == Outcome.HOLDS || it.fix() != null);
		return seen.stream().map((it) -> it.outcome() + " " + it.seen()).toList();
	}

	/** What other packages set up. */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(DataverseSettings.class)
	static class Needed {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

		@Bean
		AddressReader addresses() {
			return new AddressReader(null);
		}

	}

	private ConfigurableEnvironment environment(Map<String, String> settings) {
		Map<String, Object> properties = new HashMap<>(settings);
		properties.put("frontline.default-region", "US");
		properties.put("frontline.workers.location", this.directory);
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		return environment;
	}

}
