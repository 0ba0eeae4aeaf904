package io.frontlineservice.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up the queue, and the threads that do its work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
class WorkConfiguration {

	/** The budget of a callback is four seconds, and the commit is only a part of it. */
	private static final Duration LONGEST_COMMIT = Duration.ofMillis(3500);

	@Bean
	WorkObserver workObserver(@WorkStore JdbcClient store, DeadLetters deadLetters, MeterRegistry meters) {
		return new WorkObserver(store, deadLetters, meters);
	}

	@Bean
	StoreCalls storeCalls(@WorkStore HikariDataSource store) {
		return new StoreCalls(
				() -> store.getDataSource() instanceof ReconnectingDataSource server && server.isServerRestarting());
	}

	/** A database server groups commits itself. */
	@Bean
	Commits commits(StoreSettings store, @WorkStore TransactionTemplate transaction, StoreCalls calls) {
		return store.isEmbedded() ? new SharedCommits(transaction, LONGEST_COMMIT)
				: new SingleCommits(transaction, calls, LONGEST_COMMIT);
	}

	@Bean
	WorkQueue workQueue(WorkRequests requests, @WorkStore DataSource store, ObjectProvider<WorkThreads> threads,
			@WorkStore TransactionTemplate transaction, Commits commits, @WorkStore Clock storeClock) {
		SchedulerClient client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(store)).build();
		return new WorkQueue(requests, client, () -> threads.getObject().wake(), transaction, commits, storeClock);
	}

	@Bean
	WaitingWork waitingWork(@WorkStore JdbcClient store, WorkQueue queue) {
		return new WaitingWork(store, queue);
	}

	@Bean
	OrphanedRequests orphanedRequests(@WorkStore JdbcClient store, WorkQueue queue) {
		return new OrphanedRequests(store, queue);
	}

	@Bean
	WorkThreads workThreads(List<Job> jobs, List<RecurringJob> recurring, WorkSettings settings,
			StoreSettings storeSettings, @WorkStore DataSource store, WorkRequests requests, DeadLetters deadLetters,
			WorkObserver observer, @WorkStore TransactionTemplate transaction, @WorkStore Clock storeClock) {
		RetryPolicy policy = new RetryPolicy(settings.giveUpAfter(), RandomGenerator.getDefault());
		RunCompletion completion = new RunCompletion(requests, deadLetters, policy, transaction, storeClock);
		return new WorkThreads(jobs, (job, wake) -> new JobRun(job, completion, observer, wake), recurring, observer,
				settings.threads(), storeSettings.isEmbedded(), store, storeClock);
	}

}
