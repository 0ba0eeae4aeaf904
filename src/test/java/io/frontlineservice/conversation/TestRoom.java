package io.frontlineservice.conversation;

import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.people.StoredGrants;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.work.DueWork;
import io.frontlineservice.work.RecurringWork;
import io.frontlineservice.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This room and room {@code work}, wired as in production, with the store, CRM, worker
 * directory and Twilio of a test. Recurring jobs run only when a test runs them.
 */
public final class TestRoom implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final AnnotationConfigApplicationContext context;

	private TestRoom(AnnotationConfigApplicationContext context) {
		this.context = context;
	}

	/** Starts a room with these settings, each as {@code name=value}. */
	public static TestRoom with(ConversationsGateway twilio, CrmAdapter crm, String... settings) {
		return with(List.of(), twilio, crm, settings);
	}

	/** Starts a room that has these configurations of rooms above, too. */
	public static TestRoom with(List<Class<?>> above, ConversationsGateway twilio, CrmAdapter crm, String... settings) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		TestPropertyValues.of("frontline.store.url=jdbc:sqlite::memory:").and(settings).applyTo(context);
		context.getBeanFactory().registerSingleton("twilio", twilio);
		context.getBeanFactory().registerSingleton("crm", crm);
		context.register(Wiring.class);
		above.forEach(context::register);
		context.refresh();
		RecurringWork.hold(context.getBean(JdbcClient.class));
		return new TestRoom(context);
	}

	public ConversationEvents events() {
		return this.context.getBean(ConversationEvents.class);
	}

	public StoredGrants grants() {
		return this.context.getBean(StoredGrants.class);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** The explanation of the last routing decision, by line. */
	public List<String> explanation(String conversationSid) {
		String explanation = bean(JdbcClient.class)
			.sql("select explanation from routing_decision where conversation_sid = :sid order by attempt desc limit 1")
			.param("sid", conversationSid)
			.query(String.class)
			.single();
		return explanation.lines().toList();
	}

	/** The subjects of all dead letters. */
	public List<String> dead() {
		return bean(JdbcClient.class).sql("select subject from dead_letter").query(String.class).list();
	}

	/** Waits until all requested work is done, retries included. */
	public TestRoom settle() {
		JdbcClient store = bean(JdbcClient.class);
		DueWork dueWork = new DueWork(this.context);
		await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(10)).until(() -> {
			dueWork.start();
			return store.sql("select count(*) from work_request").query(Integer.class).single() == 0;
		});
		return this;
	}

	public void request(String job, String subject) {
		bean(WorkQueue.class).request(job, subject);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackages = { "io.frontlineservice.conversation", "io.frontlineservice.work" },
			excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Tests|Test[A-Z]|OutgoingConversations).*"))
	@ComponentScan(basePackages = "io.frontlineservice.worker", useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*WorkerConfiguration"))
	@ConfigurationPropertiesScan({ "io.frontlineservice.conversation", "io.frontlineservice.work",
			"io.frontlineservice.worker" })
	static class Wiring {

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

		@Bean
		InstallationKey installationKey() {
			return new InstallationKey(List.of(Secret.of("secret")));
		}

	}

}
