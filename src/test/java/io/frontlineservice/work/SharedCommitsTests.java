package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class SharedCommitsTests {

	@TempDir
	private Path directory;

	private final ExecutorService callers = Executors.newCachedThreadPool();

	private final CountDownLatch first = new CountDownLatch(1);

	private final CountDownLatch others = new CountDownLatch(1);

	private HikariDataSource store;

	private JdbcTemplate rows;

	private CountedTransactions transactions;

	private SharedCommits commits;

	@BeforeEach
	void open() {
		this.store = TestStore.open("jdbc:sqlite:" + this.directory.resolve("store.db"));
		this.rows = new JdbcTemplate(this.store);
		this.rows.execute("create table line (number int primary key)");
		this.transactions = new CountedTransactions(this.store);
		this.commits = patientFor(Duration.ofSeconds(30));
	}

	@AfterEach
	void close() {
		this.first.countDown();
		this.others.countDown();
		this.callers.shutdownNow();
		this.commits.close();
		this.store.close();
	}

	@Test
	void changeIsCommittedWhenMethodReturns() {
		this.commits.commit(() -> add(1));
		assertThat(lines()).containsExactly(1);
	}

	@Test
	void changesDuringCommitShareNextCommit() throws Exception {
		for (Future<?> change : behindTheFirst(List.of(() -> add(1), () -> add(2), () -> add(3)))) {
			change.get();
		}
		assertThat(lines()).containsExactly(0, 1, 2, 3);
		assertThat(this.transactions.committed).hasValue(2);
	}

	@Test
	void atMostHundredChangesShareCommit() throws Exception {
		List<Runnable> changes = new ArrayList<>();
		for (int number = 1; number <= 150; number++) {
			int line = number;
			changes.add(() -> add(line));
		}
		for (Future<?> change : behindTheFirst(changes)) {
			change.get();
		}
		assertThat(lines()).hasSize(151);
		assertThat(this.transactions.committed).hasValue(3);
	}

	@Test
	void failingChangeDoesNotAffectOthers() throws Exception {
		List<Future<?>> changes = behindTheFirst(List.of(() -> add(1), () -> add(2, 1), () -> add(3)));
		changes.get(0).get();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(changes.get(1)::get)
			.withCauseInstanceOf(DataAccessException.class);
		changes.get(2).get();
		assertThat(lines()).containsExactly(0, 1, 3);
	}

	@Test
	void errorInChangeReachesCaller() throws Exception {
		List<Future<?>> changes = behindTheFirst(List.of(() -> add(1), () -> {
			throw new StackOverflowError();
		}));
		changes.get(0).get();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(changes.get(1)::get)
			.withCauseInstanceOf(StackOverflowError.class);
		this.commits.commit(() -> add(2));
		assertThat(lines()).containsExactly(0, 1, 2);
	}

	@Test
	void failedCommitFailsCallers() throws Exception {
		List<Future<?>> changes = behindTheFirst(List.of(() -> add(1), () -> add(2)),
				() -> this.transactions.commitFails = true);
		assertThat(changes)
			.allSatisfy((change) -> assertThatExceptionOfType(ExecutionException.class).isThrownBy(change::get)
				.withCauseInstanceOf(DataAccessResourceFailureException.class));
		assertThat(lines()).containsExactly(0);
	}

	@Test
	void unreachableStoreIsTriedOnceForGroup() throws Exception {
		List<Future<?>> changes = behindTheFirst(List.of(() -> add(1), () -> add(2), () -> add(3)),
				() -> this.transactions.beginFails = true);
		assertThat(changes)
			.allSatisfy((change) -> assertThatExceptionOfType(ExecutionException.class).isThrownBy(change::get)
				.withCauseInstanceOf(CannotCreateTransactionException.class));
		assertThat(this.transactions.begun).hasValue(2);
	}

	@Test
	void timedOutChangeIsNotMadeLater() throws Exception {
		SharedCommits impatient = patientFor(Duration.ofSeconds(1));
		Future<?> blocking = this.callers.submit(() -> impatient.commit(this::block));
		assertThat(this.first.await(20, TimeUnit.SECONDS)).isTrue();
		assertThatExceptionOfType(TransactionTimedOutException.class).isThrownBy(() -> impatient.commit(() -> add(1)));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(blocking::get)
			.withCauseInstanceOf(TransactionTimedOutException.class);
		this.others.countDown();
		impatient.close();
		assertThat(lines()).containsExactly(0);
		assertThat(this.transactions.begun).hasValue(1);
	}

	@Test
	void callerInTransactionIsRejected() {
		new TransactionTemplate(this.transactions).executeWithoutResult(
				(status) -> assertThatIllegalStateException().isThrownBy(() -> this.commits.commit(() -> add(1))));
		assertThat(lines()).isEmpty();
	}

	private SharedCommits patientFor(Duration patience) {
		return new SharedCommits(new TransactionTemplate(this.transactions), patience);
	}

	private List<Future<?>> behindTheFirst(List<Runnable> changes) throws Exception {
		return behindTheFirst(changes, () -> {
		});
	}

	/** Queues changes, in this order, behind a slow one. */
	private List<Future<?>> behindTheFirst(List<Runnable> changes, Runnable then) throws Exception {
		Future<?> blocking = this.callers.submit(() -> this.commits.commit(this::block));
		this.first.await();
		List<Future<?>> waiting = new ArrayList<>();
		for (Runnable change : changes) {
			FutureTask<Void> caller = new FutureTask<>(() -> this.commits.commit(change), null);
			waiting.add(caller);
			startAndAwaitWaiting(new Thread(caller));
		}
		this.transactions.afterCommit = then;
		this.others.countDown();
		blocking.get();
		return waiting;
	}

	private static void startAndAwaitWaiting(Thread caller) {
		caller.start();
		while (caller.getState() != Thread.State.TIMED_WAITING) {
			Thread.onSpinWait();
		}
	}

	private void block() {
		add(0);
		this.first.countDown();
		try {
			this.others.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void add(int... numbers) {
		for (int number : numbers) {
			this.rows.update("insert into line (number) values (?)", number);
		}
	}

	private List<Integer> lines() {
		return this.rows.queryForList("select number from line order by number", Integer.class);
	}

	/** Counts commits, and fails on demand like a disk or a pool. */
	private static final class CountedTransactions extends JdbcTransactionManager {

		private final AtomicInteger begun = new AtomicInteger();

		private final AtomicInteger committed = new AtomicInteger();

		private volatile Runnable afterCommit = () -> {
		};

		private volatile boolean beginFails;

		private volatile boolean commitFails;

		CountedTransactions(HikariDataSource store) {
			super(store);
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			this.begun.incrementAndGet();
			if (this.beginFails) {
				throw new CannotCreateTransactionException("No connection");
			}
			super.doBegin(transaction, definition);
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			if (this.commitFails) {
				super.doRollback(status);
				throw new DataAccessResourceFailureException("The disk is full");
			}
			super.doCommit(status);
			this.committed.incrementAndGet();
			this.afterCommit.run();
		}

	}

}
