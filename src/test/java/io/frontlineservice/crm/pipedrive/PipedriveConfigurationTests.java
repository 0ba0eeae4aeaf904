package io.frontlineservice.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.sandbox.crm.pipedrive.PretendPipedrive;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The adapter is set up by its settings. */
class PipedriveConfigurationTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner().withBean(AddressReader.class, "US")
		.withBean(SimpleMeterRegistry.class)
		.withUserConfiguration(Configured.class);

	@Test
	void adapterReadsTheConfiguredAccount() {
		try (TestPipedrive pipedrive = new TestPipedrive()) {
			pipedrive.add(1, "Nora Lind", "ada@example.com");
			this.context
				.withPropertyValues("frontline.crm.adapter=pipedrive",
						"frontline.crm.pipedrive.api-token=" + PretendPipedrive.API_TOKEN,
						"frontline.crm.pipedrive.url=" + pipedrive.pipedrive().server().url())
				.run((started) -> assertThat(Walk.all(started.getBean(CrmAdapter.class)).ids()).containsExactly("1"));
		}
	}

	@Test
	void otherAdapterMakesNoConnection() {
		this.context.withPropertyValues("frontline.crm.adapter=file")
			.run((started) -> assertThat(started).doesNotHaveBean(CrmApi.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(PipedriveSettings.class)
	@Import(PipedriveConfiguration.class)
	static class Configured {

	}

}
