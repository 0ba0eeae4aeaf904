package io.frontlineservice;

import io.frontlineservice.sandbox.pretend.Account;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.twilio.TwilioApi;
import io.frontlineservice.work.DueWork;
import io.frontlineservice.work.RecurringWork;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts a pretend Twilio behind a {@link RunningService}. Imported by the tests of
 * conversations.
 */
@TestConfiguration(proxyBeanMethods = false)
public class WithPretendTwilio {

	@Bean
	Age age() {
		return new Age();
	}

	@Bean(destroyMethod = "close")
	PretendTwilio pretendTwilio(Age age) {
		return new PretendTwilio(account(), age).start(0);
	}

	/** The account of the services that tests run. */
	public static Account account() {
		return new Account(SignedRequest.ACCOUNT_SID, SignedRequest.TOKEN, (callback, form) -> SignedRequest
			.sign(RunningService.PUBLIC_URL + callback.path(), form, SignedRequest.TOKEN));
	}

	@Bean
	@Primary
	TwilioApi pretendTwilioApi(PretendTwilio twilio) {
		return new TwilioApi(twilio.url());
	}

	@Bean
	Settled settled(JdbcClient store, BeanFactory instance) {
		return new Settled(store, new DueWork(instance));
	}

	@Bean
	CleanSlate cleanSlate(PretendTwilio twilio, Settled settled, Age age) {
		return new CleanSlate(twilio, settled, age);
	}

	@Bean
	Callbacks callbacks(PretendTwilio twilio) {
		return new Callbacks(twilio);
	}

	/** Tells the pretend Twilio where the service listens. */
	record Callbacks(PretendTwilio twilio) {

		@EventListener
		void listening(WebServerInitializedEvent event) {
			if (event.getApplicationContext().getServerNamespace() == null) {
				this.twilio.callbacksAt(URI.create("http://localhost:" + event.getWebServer().getPort()));
			}
		}

	}

	/** The pretend Twilio's clock, by which what happens can have happened long ago. */
	public static final class Age implements InstantSource {

		private volatile Duration age = Duration.ZERO;

		/** From now on everything that happens is that old. */
		public void of(Duration old) {
			this.age = old;
		}

		@Override
		public Instant instant() {
			return Instant.now().minus(this.age);
		}

	}

	/** Waits for durable work. */
	public record Settled(JdbcClient store, DueWork dueWork) {

		private static final Duration PATIENCE = Duration.ofSeconds(30);

		/** Until nothing is left to do. */
		public void await() {
			await("%", () -> {
			});
		}

		/** Until nothing is left to do, retries included. */
		public void awaitRetries() {
			await("%", this.dueWork::start);
		}

		/**
		 * Until the workers are presented, as they are whenever the service has started.
		 */
		void awaitStart() {
			await("present-worker", () -> {
			});
		}

		private void await(String job, Runnable meanwhile) {
			Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
				meanwhile.run();
				return waiting(job) == 0;
			});
		}

		/** From now on only what a test asks for is done. */
		void holdRecurringWork() {
			RecurringWork.hold(this.store);
		}

		/** Remembers nothing of earlier conversations. */
		public void forget() {
			for (String table : List.of("last_talk", "worker_turn", "visibility_grant", "conversation",
					"missing_conversation", "routing_decision", "dead_letter", "work_request")) {
				this.store.sql("delete from " + table).update();
			}
		}

		/** Does not wait for the next try of what was put off. */
		public void hasten() {
			this.store.sql("update scheduled_tasks set execution_time = 0 where picked = false and task_name = :job")
				.param("job", "settle-conversation")
				.update();
			this.dueWork.start();
		}

		/** How much is left to do. */
		public int waiting() {
			return waiting("%");
		}

		private int waiting(String job) {
			return this.store.sql("select count(*) from work_request where job like :job")
				.param("job", job)
				.query(Integer.class)
				.single();
		}

		/** What was given up. */
		public List<String> dead() {
			return this.store.sql("select subject from dead_letter").query(String.class).list();
		}

	}

}
