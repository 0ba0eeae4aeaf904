package io.frontlineservice;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.twilio.TwilioApi;
import io.frontlineservice.work.DueWork;
import io.frontlineservice.work.RecurringWork;
import io.frontlineservice.work.WorkStore;
import java.net.URI;
import java.sql.Timestamp;
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
 * Adds a pretend Twilio to a {@link RunningService}. Tests of conversations import it.
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

	/** The account that the services under test are configured with. */
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
	Settled settled(@WorkStore JdbcClient store, BeanFactory instance) {
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

	/** Tells the pretend Twilio the URL of the service. */
	record Callbacks(PretendTwilio twilio) {

		@EventListener
		void listening(WebServerInitializedEvent event) {
			if (event.getApplicationContext().getServerNamespace() == null) {
				this.twilio.callbacksAt(URI.create("http://localhost:" + event.getWebServer().getPort()));
			}
		}

	}

	/** The pretend Twilio's clock, which can be set back to make events look old. */
	public static final class Age implements InstantSource {

		private volatile Duration age = Duration.ZERO;

		/** Gives all later events this age. */
		public void of(Duration old) {
			this.age = old;
		}

		@Override
		public Instant instant() {
			return Instant.now().minus(this.age);
		}

	}

	/** Waits for durable work, and controls it in tests. */
	public record Settled(JdbcClient store, DueWork dueWork) {

		private static final Duration TIMEOUT = Duration.ofSeconds(30);

		/** Waits until no work is left. */
		public void await() {
			await("%", () -> {
			});
		}

		/** Waits until no work is left, and starts each retry at once. */
		public void awaitRetries() {
			await("%", this.dueWork::start);
		}

		/** Waits until the profiles of workers are set, which each start does. */
		void awaitStart() {
			await("present-worker", () -> {
			});
		}

		private void await(String job, Runnable meanwhile) {
			Awaitility.await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(10)).until(() -> {
				meanwhile.run();
				return waiting(job) == 0;
			});
		}

		/** Stops recurring jobs, so that only work of the test runs. */
		void holdRecurringWork() {
			RecurringWork.hold(this.store);
		}

		/**
		 * Deletes all records of earlier conversations, but not the offered templates:
		 * the service remembers in memory that it has written them.
		 */
		public void forget() {
			for (String table : List.of("last_talk", "worker_turn", "visibility_grant", "conversation",
					"missing_conversation", "routing_decision", "opt_out_event", "consent_refusal", "consent_push",
					"participant_place", "delivery", "content_message", "known_participant", "known_identity",
					"dead_letter", "work_request")) {
				this.store.sql("delete from " + table).update();
			}
		}

		/** Starts the delayed retries of conversations at once. */
		public void hasten() {
			this.store.sql("update scheduled_tasks set execution_time = 0 where picked = false and task_name = :job")
				.param("job", "settle-conversation")
				.update();
			this.dueWork.start();
		}

		/**
		 * Waits until every settlement has failed, and postpones the retries for longer
		 * than any test takes.
		 */
		public void postponeRetries() {
			Timestamp later = Timestamp.from(Instant.now().plus(Duration.ofHours(2)));
			Awaitility.await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(10)).until(() -> {
				this.store
					.sql("update scheduled_tasks set execution_time = :later, version = version + 1 "
							+ "where task_name = :job and picked = false and consecutive_failures > 0")
					.param("later", later)
					.param("job", "settle-conversation")
					.update();
				return this.store
					.sql("select count(*) from scheduled_tasks where task_name = :job and execution_time < :later")
					.param("later", later)
					.param("job", "settle-conversation")
					.query(Integer.class)
					.single() == 0;
			});
		}

		/** The number of jobs that are not done yet. */
		public int waiting() {
			return waiting("%");
		}

		private int waiting(String job) {
			return this.store.sql("select count(*) from work_request where job like :job")
				.param("job", job)
				.query(Integer.class)
				.single();
		}

		/** The subjects of dead letters. */
		public List<String> dead() {
			return this.store.sql("select subject from dead_letter").query(String.class).list();
		}

		/** How many runs of that dead letter have failed. */
		public int triesOf(String deadSubject) {
			return this.store.sql("select tries from dead_letter where subject = :subject")
				.param("subject", deadSubject)
				.query(Integer.class)
				.single();
		}

	}

}
