package io.frontlineservice.crm.airtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.snapshot.CustomerCopyEndpoint;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.sandbox.crm.airtable.PretendAirtable;
import io.frontlineservice.sandbox.crm.airtable.Table;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The adapter is set up by its settings: live, or with a copy. */
class AirtableConfigurationTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner().withBean(AddressReader.class, "US")
		.withBean(SimpleMeterRegistry.class)
		.withUserConfiguration(Configured.class);

	@Test
	void adapterReadsTheConfiguredTableLive() {
		try (TestAirtable airtable = new TestAirtable()) {
			airtable.add(1, "Nora Lind", "ada@example.com");
			of(airtable).run((started) -> {
				CrmAdapter crm = started.getBean(CrmAdapter.class);
				assertThat(Walk.all(crm).ids()).containsExactly(Table.id(1));
				assertThat(crm.caching()).isEqualTo(CrmCaching.ANSWERS);
				assertThat(crm.can(CrmCapability.IN_MEMORY)).isFalse();
				assertThat(started).doesNotHaveBean(CustomerCopyEndpoint.class);
			});
		}
	}

	@Test
	void adapterReadsTheConfiguredTableIntoACopy() {
		try (TestAirtable airtable = new TestAirtable()) {
			airtable.add(1, "Nora Lind", "ada@example.com");
			of(airtable).withPropertyValues("frontline.crm.airtable.copy.enabled=true").run((started) -> {
				CrmAdapter crm = started.getBean(CrmAdapter.class);
				await().atMost(Duration.ofSeconds(10)).until(crm::isReady);
				assertThat(Walk.all(crm).ids()).containsExactly(Table.id(1));
				assertThat(crm.caching()).isEqualTo(CrmCaching.NONE);
				assertThat(crm.can(CrmCapability.IN_MEMORY)).isTrue();
				assertThat(started.getBean(CustomerCopyEndpoint.class).customerCopy().customers()).isOne();
			});
		}
	}

	@Test
	void otherAdapterMakesNoConnection() {
		this.context.withPropertyValues("frontline.crm.adapter=file")
			.run((started) -> assertThat(started).doesNotHaveBean(CrmApi.class));
	}

	/** The component scan registers the nested class too, as in this test. */
	@Test
	void otherAdapterMakesNoCopy() {
		this.context.withUserConfiguration(AirtableConfiguration.Copied.class)
			.withPropertyValues("frontline.crm.adapter=file", "frontline.crm.airtable.copy.enabled=true")
			.run((started) -> assertThat(started).hasNotFailed().doesNotHaveBean(CrmAdapter.class));
	}

	private ApplicationContextRunner of(TestAirtable airtable) {
		return this.context.withPropertyValues("frontline.crm.adapter=airtable",
				"frontline.crm.airtable.access-token=" + PretendAirtable.ACCESS_TOKEN,
				"frontline.crm.airtable.base-id=" + PretendAirtable.BASE_ID,
				"frontline.crm.airtable.table=" + PretendAirtable.TABLE_ID,
				"frontline.crm.airtable.url=" + airtable.base().server().url());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ AirtableSettings.class, AirtableCopySettings.class })
	@Import(AirtableConfiguration.class)
	static class Configured {

	}

}
