package io.frontlineservice.crm.rest;

import static io.frontlineservice.crm.rest.StubbedRest.data;
import static io.frontlineservice.crm.rest.StubbedRest.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The adapter is set up by its settings. */
class RestCrmConfigurationTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner().withBean(AddressReader.class, "US")
		.withBean(SimpleMeterRegistry.class)
		.withUserConfiguration(Configured.class);

	@Test
	void adapterReadsTheConfiguredApi() {
		try (RestSetup setup = StubbedRest.start(data(record("1", "ada@example.com")))) {
			this.context
				.withInitializer((it) -> it.getEnvironment()
					.getPropertySources()
					.addFirst(setup.environment().getPropertySources().get("pretend")))
				.withPropertyValues("frontline.crm.adapter=rest")
				.run((started) -> assertThat(Walk.all(started.getBean(CrmAdapter.class)).ids()).containsExactly("1"));
		}
	}

	@Test
	void otherAdapterMakesNoConnection() {
		this.context.withPropertyValues("frontline.crm.adapter=file")
			.run((started) -> assertThat(started).doesNotHaveBean(RestApi.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(RestSettings.class)
	@Import(RestCrmConfiguration.class)
	static class Configured {

	}

}
