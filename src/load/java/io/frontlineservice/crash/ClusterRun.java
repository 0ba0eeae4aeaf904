package io.frontlineservice.crash;

import io.frontlineservice.crash.AppCalls.Answer;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.site.Crowd;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.People;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills and restarts instances behind nginx, and their PostgreSQL, under load.
 * {@code src/load/cluster.sh} runs it with the number of rounds and the seed.
 */
final class ClusterRun {

	private static final Logger logger = LoggerFactory.getLogger(ClusterRun.class);

	/** Longer than another instance needs to take over the work of a killed one. */
	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final long CALM_MILLIS = 2000;

	private static final long WARM_UP_MILLIS = 4000;

	private final ClusterSite site = new ClusterSite();

	private final Acknowledgments acknowledgments = new Acknowledgments();

	private final ConversationChecks checks = new ConversationChecks(this.site.twilio(), this.acknowledgments,
			this.site.uptime());

	private final AppCalls calls = new AppCalls(this.site.url());

	private final Granted granted = new Granted(this.site.twilio());

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private int failedBefore;

	/** Failures on killed connections. */
	private int excused;

	private ClusterRun() throws IOException, InterruptedException {
		this.site.twilio().onTraffic(new Wire(this.acknowledgments).andThen(this.granted));
	}

	public static void main(String... arguments) throws Exception {
		int rounds = Integer.parseInt(arguments[0]);
		long seed = (arguments.length > 1) ? Long.parseLong(arguments[1]) : System.nanoTime();
		System.out.printf("two instances behind nginx on PostgreSQL, %d rounds, seed %d%n", rounds, seed);
		long start = System.nanoTime();
		ClusterRun run = new ClusterRun();
		step("started", start);
		boolean good = false;
		try {
			good = run.run(rounds, seed);
		}
		catch (Exception ex) {
			logger.error("The run has ended early", ex);
		}
		run.site.close(good);
		step("took", start);
		System.exit(good ? 0 : 1);
	}

	private boolean run(int rounds, long seed) throws Exception {
		Crowd crowd = new Crowd(this.site.twilio(), seed);
		List<AppUser> users = IntStream.range(0, People.workers())
			.mapToObj((i) -> new AppUser(this.calls, i, this.granted, seed))
			.toList();
		users.forEach(this.threads::execute);
		crowd.start();
		// The instances warm up.
		Thread.sleep(WARM_UP_MILLIS);
		calm("load");
		for (int round = 0; round < rounds; round++) {
			kill(this.site.instances().get(round % 2));
			for (Instance instance : this.site.instances()) {
				restart(instance);
			}
			step("PostgreSQL restarted", this.site.restartPostgres());
			calm("  load");
		}
		crowd.end();
		users.forEach(AppUser::end);
		this.threads.shutdown();
		boolean quiet = this.threads.awaitTermination(30, TimeUnit.SECONDS);
		awaitWork();
		return quiet && report();
	}

	/**
	 * Callbacks of the killed connections may fail: nginx sends those to the other
	 * instance for which Twilio still has time.
	 */
	private void kill(Instance instance) throws IOException, InterruptedException {
		long connections = this.site.brokenConnections();
		int failed = failed();
		instance.kill();
		calm(instance + " killed");
		long killed = this.site.brokenConnections() - connections;
		line("  connections that were killed", killed);
		this.excused += (int) Math.min(killed, failed() - failed);
		start(instance);
	}

	/** As an orchestrator does it: the next instance only after this one is ready. */
	private void restart(Instance instance) throws IOException, InterruptedException {
		long start = System.nanoTime();
		instance.terminate();
		int code = instance.awaitEnd(30);
		step(instance + " stopped with code " + code, start);
		start(instance);
	}

	private void start(Instance instance) throws IOException, InterruptedException {
		long start = System.nanoTime();
		instance.start();
		instance.awaitReady();
		step("  started again", start);
		calm("  load");
	}

	/** Load for a moment; says how many callbacks have failed since the last call. */
	private void calm(String what) throws InterruptedException {
		Thread.sleep(CALM_MILLIS);
		int failed = failed();
		System.out.printf("%-44s %d callbacks failed%n", what, failed - this.failedBefore);
		this.failedBefore = failed;
	}

	private int failed() {
		return this.acknowledgments.refused() + this.acknowledgments.unanswered() + this.calls.failures().size();
	}

	/** Waits until each conversation is complete. */
	private void awaitWork() throws InterruptedException {
		long start = System.nanoTime();
		while (System.nanoTime() - start < LIMIT.toNanos()
				&& !this.checks.where((it) -> !this.checks.isWhole(it)).isEmpty()) {
			Thread.sleep(200);
		}
		step("all work done after", start);
	}

	private boolean report() {
		List<Conversation> all = this.checks.where((it) -> true);
		long lost = all.stream().filter((it) -> !this.checks.isWhole(it) && !this.checks.isDoubled(it)).count();
		long doubled = all.stream().filter(this.checks::isDoubled).count();
		long invisible = invisible();
		Duration longest = all.stream().map(this.checks::delay).max(Duration::compareTo).orElse(Duration.ZERO);
		line("conversations", all.size());
		line("events acknowledged", this.acknowledgments.acknowledged());
		line("events refused / not answered",
				this.acknowledgments.refused() + " / " + this.acknowledgments.unanswered());
		line("callbacks of the app answered", this.calls.answered());
		step("  the slowest", this.calls.slowest());
		step("longest time from promise to worker", longest);
		line("workers asked for more than once", this.checks.repeats());
		line("LOST", lost);
		line("DOUBLED", doubled);
		line("GRANTED AND NOT VISIBLE", invisible);
		line("failed on killed connections", this.excused);
		line("FAILED", failed() - this.excused);
		this.calls.failures().stream().distinct().limit(10).forEach((failure) -> line("  ", failure));
		return !all.isEmpty() && lost + doubled + invisible + failed() - this.excused == 0;
	}

	/** The customers that a worker cannot see during a conversation with them. */
	private long invisible() {
		return IntStream.range(0, People.workers())
			.mapToObj(People::worker)
			.mapToLong((worker) -> this.granted.of(worker).stream().filter((id) -> !isVisible(worker, id)).count())
			.sum();
	}

	private boolean isVisible(String worker, String id) {
		Answer answer = this.calls.send("crm", "Location", "GetCustomerDetailsByCustomerId", "Worker", worker,
				"CustomerId", id);
		return answer.status() == 200;
	}

	private static void step(String what, long start) {
		step(what, Duration.ofNanos(System.nanoTime() - start));
	}

	private static void step(String what, Duration time) {
		line(what, String.format("%.1f s", time.toMillis() / 1000.0));
	}

	private static void line(String what, Object value) {
		System.out.printf("%-44s %s%n", what, value);
	}

}
