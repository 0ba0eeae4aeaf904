package io.frontlineservice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** Tests the default worker of the sandbox. */
class SandboxRoutingTests {

	private static final String DEFAULT_WORKER = "frontline.routing.default-worker";

	private final MockEnvironment environment = new MockEnvironment();

	@BeforeEach
	void sandbox() {
		this.environment.setActiveProfiles("sandbox");
		this.environment.setProperty("frontline.workers.location", "classpath:sandbox/workers.yml");
	}

	@Test
	void workerOfTheBuiltInDirectoryIsTheDefault() {
		assertThat(defaultWorker()).isEqualTo("dmitri@example.com");
	}

	@Test
	void ownWorkersHaveNoDefault() {
		this.environment.setProperty("frontline.workers.location", "workers.yml");
		assertThat(defaultWorker()).isNull();
	}

	@Test
	void ownSettingTakesPrecedence() {
		this.environment.setProperty(DEFAULT_WORKER, "");
		assertThat(defaultWorker()).isEmpty();
	}

	@Test
	void serviceHasNoDefault() {
		this.environment.setActiveProfiles("production");
		assertThat(defaultWorker()).isNull();
	}

	private String defaultWorker() {
		new SandboxRouting().postProcessEnvironment(this.environment, new SpringApplication());
		return this.environment.getProperty(DEFAULT_WORKER);
	}

}
