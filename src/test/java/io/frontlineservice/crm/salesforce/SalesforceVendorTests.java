package io.frontlineservice.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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

/** What the checks at start and the doctor say of Salesforce. */
class SalesforceVendorTests {

	private final TestSalesforce salesforce = new TestSalesforce();

	private String directory = "";

	@AfterEach
	void close() {
		this.salesforce.close();
	}

	@Test
	void settingsOfTheDocumentHaveNoFindings() {
		assertThat(findings()).isEmpty();
	}

	@Test
	void adapterIsSetUpByItsName() {
		String[] settings = this.salesforce.settings()
			.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + it.getValue())
			.toArray(String[]::new);
		new ApplicationContextRunner().withUserConfiguration(SalesforceConfiguration.class, Needed.class)
			.withPropertyValues(settings)
			.withPropertyValues("frontline.crm.adapter=salesforce")
			.run((context) -> assertThat(Walk.all(context.getBean(CrmAdapter.class)).ids()).isEmpty());
	}

	@Test
	void missingSettingsAreFound() {
		assertThat(new SalesforceVendor().findings(environment(Map.of()))).extracting(Finding::key)
			.containsExactlyInAnyOrder("frontline.crm.salesforce.url", "frontline.crm.salesforce.client-id");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			url                 | https://login.salesforce.com         | My Domain
			url                 | https://acme.lightning.force.com     | My Domain
			url                 | https://acme.my.salesforce.com/path  | My Domain
			url                 | http://acme.my.salesforce.com        | https
			url                 | acme                                 | URL
			api-version         | 67                                   | v67.0
			object              | Contact WHERE Id                     | API name
			owner-field         | Username)                            | API name
			e164-field          | E164 c                               | API name
			fields.phone        | MobilePhone FROM User                | API names
			fields.worker       | OwnerId OR Id                        | API names
			fields.details-text | {{Title, Name}}                      | fields.details-text
			fields.details-text | {{Title                              | double braces
			fields.customer-id  | Key__c                               | ids of Salesforce
			fields.worker       | ''                                   | refers to a user
			client-secret       | ''                                   | private-key and username
			private-key         | not a key                            | remove one of both
			""")
	void wrongSettingIsFound(String setting, String value, String problem) {
		this.salesforce.set(setting, value);
		assertThat(findings()).isNotEmpty().anySatisfy((it) -> assertThat(it).contains(problem));
		assertThat(findings())
			.allSatisfy((it) -> assertThat(it).doesNotContain(value.isEmpty() ? "\0" : " " + value + " "));
	}

	@Test
	void jwtNeedsAKeyAndAUser() {
		this.salesforce.set("client-secret", "").set("private-key", "not a key");
		assertThat(findings()).anySatisfy((it) -> assertThat(it).contains("must be an RSA private key in PEM"))
			.anySatisfy((it) -> assertThat(it).contains("frontline.crm.salesforce.username is missing"));
	}

	@Test
	void refreshTokenNeedsTheSecretAndNoKey() {
		String problem = "frontline.crm.salesforce.refresh-token needs client-secret, and no private-key";
		this.salesforce.set("refresh-token", "5Aep861");
		assertThat(findings()).isEmpty();
		this.salesforce.set("private-key", "key");
		assertThat(findings()).anySatisfy((it) -> assertThat(it).contains(problem));
		this.salesforce.set("client-secret", "").set("private-key", "");
		assertThat(findings()).anySatisfy((it) -> assertThat(it).contains(problem));
	}

	@Test
	void actingAsWorkersNeedsAJwt() {
		this.salesforce.set("act-as", "worker");
		assertThat(findings()).singleElement()
			.satisfies((it) -> assertThat(it)
				.startsWith("frontline.crm.salesforce.act-as can be worker only with private-key"));
		this.salesforce.actAsWorkers();
		assertThat(findings()).isEmpty();
		this.salesforce.set("act-as", "admin");
		assertThat(findings()).singleElement().satisfies((it) -> assertThat(it).contains("act-as"));
	}

	@Test
	void doctorNamesTheWorkersThatTheServiceMayNotActAs(@TempDir Path folder) throws Exception {
		Path directory = Files.writeString(folder.resolve("workers.yml"), """
				- identity: ada@example.com
				- identity: ben@example.com
				- identity: eve@example.com
				""");
		this.salesforce.actAsWorkers().contact("Nora Lind", this.salesforce.permittedUser("ada@example.com"));
		this.salesforce.user("ben@example.com");
		assertThat(examination()).contains("NOT_EXAMINED not examined: the worker directory has no worker to act as");
		this.directory = directory.toString();
		assertThat(examination()).contains("PROBLEM the worker ben@example.com gets no customers",
				"PROBLEM the worker eve@example.com gets no customers");
		this.salesforce.permittedUser("eve@example.com");
		this.salesforce.pretend().access().permit("ben@example.com", true);
		assertThat(examination()).contains("HOLDS Salesforce lets the service act as the workers of the directory");
	}

	@Test
	void doctorDoesNotUseTheRefreshToken() {
		this.salesforce.set("refresh-token", "5Aep861");
		assertThat(examination()).singleElement()
			.satisfies((it) -> assertThat(it).startsWith("NOT_EXAMINED not examined: refresh tokens"));
		assertThat(this.salesforce.server().requests()).isEmpty();
	}

	@Test
	void doctorCountsCustomersWithoutANumber() {
		String ada = this.salesforce.user("ada@example.com");
		this.salesforce.contact("Nora Lind", ada, Map.of("Phone", "(415) 555-0101"));
		this.salesforce.contact("Ann Hill", ada, Map.of("Phone", "+44 20 7946 0101"));
		this.salesforce.contact("Zoe Marsh", ada);
		assertThat(examination()).containsExactly(
				"HOLDS Salesforce answers; all programs of the org used 1 of 100,000 calls",
				"HOLDS of the first 3 customers, 1 have no usable number");
	}

	@Test
	void doctorNamesTheFieldsThatTheUserCannotRead() {
		this.salesforce.org().hide("Contact", "MobilePhone");
		this.salesforce.org().hide("Contact", "AccountId");
		this.salesforce.org().hide("User", "Username");
		assertThat(examination()).contains(
				"PROBLEM the user of the service cannot read these fields of Contact: Account.Name, MobilePhone",
				"PROBLEM the user of the service cannot read these fields of User: Username");
	}

	@Test
	void doctorNamesAnObjectThatTheUserCannotRead() {
		this.salesforce.set("object", "Patient__c");
		assertThat(examination()).singleElement()
			.satisfies((it) -> assertThat(it)
				.startsWith("PROBLEM the user of the service cannot read the object Patient__c"));
	}

	@Test
	void doctorWarnsOfAnOrgWithoutCustomers() {
		assertThat(examination()).contains("WARNING the user of the service sees no customers");
	}

	@Test
	void doctorWarnsWhenMostCallsOfTheDayAreUsed() {
		this.salesforce.pretend().callsLeft(19_000);
		assertThat(examination())
			.contains("WARNING Salesforce answers; all programs of the org used 81,001 of 100,000 calls");
	}

	@Test
	void doctorTellsWhenNoCallsAreLeft() {
		this.salesforce.server().faults().change(CrmFault.RATE_LIMITED, true);
		assertThat(examination()).singleElement()
			.satisfies((it) -> assertThat(it).startsWith("PROBLEM the org has used up"));
	}

	@Test
	void doctorTellsThatTheCredentialsAreWrong() {
		this.salesforce.set("client-secret", "wrong");
		assertThat(examination()).containsExactly("PROBLEM Salesforce does not accept the credentials");
	}

	@Test
	void doctorTellsThatTheUserMayNotUseTheApi() {
		this.salesforce.server()
			.faults()
			.answer((request) -> request.path().contains("/describe"), 1,
					CrmReply.json(403, List.of(Map.of("errorCode", "API_DISABLED_FOR_ORG", "message", "no"))));
		assertThat(examination()).containsExactly("PROBLEM the user of the service may not use the REST API");
	}

	@Test
	void doctorTellsThatSalesforceDoesNotAnswer() {
		this.salesforce.server().faults().change(CrmFault.DEAD, true);
		assertThat(examination()).singleElement().satisfies((it) -> assertThat(it).startsWith("PROBLEM "));
	}

	private List<String> findings() {
		return new SalesforceVendor().findings(environment(this.salesforce.settings()))
			.stream()
			.map((it) -> it.key() + " " + it.problem())
			.toList();
	}

	private List<String> examination() {
		List<Observation> seen = new SalesforceVendor().examine(environment(this.salesforce.settings()));
		assertThat(seen).allMatch((it) -> it.outcome() == Outcome.HOLDS || it.fix() != null);
		return seen.stream().map((it) -> it.outcome() + " " + it.seen()).toList();
	}

	/** What other packages set up. */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(SalesforceSettings.class)
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
