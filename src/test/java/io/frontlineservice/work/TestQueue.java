package io.frontlineservice.work;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One instance of the queue, wired as in production, with the store of a test. Closing it
 * shuts it down gracefully.
 */
final class TestQueue implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private TestQueue(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** With as many threads as production has. */
	static TestQueue over(String url, Object... jobs) {
		return over(TestPropertyValues.of("frontline.store.url=" + url), jobs);
	}

	/** Runs jobs in the order of the queue. */
	static TestQueue withOneThread(String url, Object... jobs) {
		return over(TestPropertyValues.of("frontline.store.url=" + url, "frontline.work.threads=1"), jobs);
	}

	private static TestQueue over(TestPropertyValues settings, Object... jobs) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		settings.applyTo(context);
		for (int i = 0; i < jobs.length; i++) {
			context.getBeanFactory().registerSingleton("job" + i, jobs[i]);
		}
		context.register(Wiring.class);
		context.refresh();
		return new TestQueue(context);
	}

	WorkQueue queue() {
		return this.context.getBean(WorkQueue.class);
	}

	TransactionTemplate transaction() {
		return this.context.getBean(TransactionTemplate.class);
	}

	JdbcClient store() {
		return this.context.getBean(JdbcClient.class);
	}

	DeadLettersEndpoint deadLetters() {
		return this.context.getBean(DeadLettersEndpoint.class);
	}

	WorkThreads threads() {
		return this.context.getBean(WorkThreads.class);
	}

	/** The value of a gauge. */
	double gauge(String name) {
		MeterRegistry meters = new SimpleMeterRegistry();
		this.context.getBean(WorkObserver.class).bindTo(meters);
		return meters.get(name).gauge().value();
	}

	/** The number of requests that are not fulfilled. */
	long waiting() {
		return count("work_request");
	}

	long count(String table) {
		return store().sql("select count(*) from " + table).query(Long.class).single();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import({ StoreConfiguration.class, ClockConfiguration.class, WorkConfiguration.class, WorkRequests.class,
			KeyFilters.class, DeadLetters.class, DeadLettersEndpoint.class, StoreHealthIndicator.class })
	@EnableConfigurationProperties({ StoreSettings.class, WorkSettings.class })
	static class Wiring {

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

}
