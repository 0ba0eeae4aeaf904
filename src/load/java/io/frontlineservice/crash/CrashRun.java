package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.site.Crowd;
import io.frontlineservice.site.Instance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the real jar under load and counts what was lost. {@code src/load/crash.sh} runs
 * it with the number of kills, the store and the seed.
 */
final class CrashRun {

	private static final Logger logger = LoggerFactory.getLogger(CrashRun.class);

	private static final Duration LIMIT = Duration.ofMinutes(4);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	private final CrashSite site;

	private final Acknowledgments acknowledgments = new Acknowledgments();

	private final Wire wire = new Wire(this.acknowledgments);

	private final Random random;

	private final Killer killer;

	private final PausedInstance pausedInstance = new PausedInstance(this.wire, this.acknowledgments);

	private final ConversationChecks checks;

	private final boolean shared;

	private CrashRun(boolean shared, long seed) throws IOException {
		this.shared = shared;
		this.site = new CrashSite(shared);
		this.random = new Random(seed);
		this.killer = new Killer(this.wire, this.random);
		this.checks = new ConversationChecks(this.site.twilio(), this.acknowledgments, this.site.uptime());
		this.site.twilio().onTraffic(this.wire);
	}

	public static void main(String... arguments) throws IOException {
		int kills = Integer.parseInt(arguments[0]);
		boolean shared = arguments[1].equals("postgres");
		long seed = (arguments.length > 2) ? Long.parseLong(arguments[2]) : System.nanoTime();
		System.out.printf("%d kills, %s, seed %d%n", kills, shared ? "PostgreSQL, two instances" : "SQLite", seed);
		CrashRun run = new CrashRun(shared, seed);
		boolean good = false;
		try {
			good = run.run(kills, shared ? Math.max(1, kills / 10) : 0, seed);
		}
		catch (Exception ex) {
			logger.error("The run has ended early", ex);
		}
		run.site.close(good);
		System.exit(good ? 0 : 1);
	}

	private boolean run(int kills, int pauses, long seed) throws Exception {
		long start = System.nanoTime();
		int schema = this.shared ? 0 : Math.max(1, kills / 20);
		startAll(schema);
		Crowd crowd = new Crowd(this.site.twilio(), this.site.instances(), seed);
		crowd.start();
		killAll(schema, kills);
		for (int i = 0; i < pauses; i++) {
			this.pausedInstance.stopAndResume(any(), (i % 2 == 0) ? Moment.CALL_RECEIVED : Moment.CALL_DONE);
		}
		boolean stopped = stopUnderLoad(any());
		crowd.end();
		await(this.checks::isOwed);
		// From now on reconciliation may find the conversations that were missed.
		this.site.twilio().faults().clear();
		await((conversation) -> !this.checks.isWhole(conversation));
		Report report = new Report(this.killer, this.acknowledgments, this.checks, this.pausedInstance, pauses);
		report.print();
		System.out.printf("%-44s %d s%n", "took", Duration.ofNanos(System.nanoTime() - start).toSeconds());
		return report.isGood() && stopped;
	}

	private void killAll(int already, int kills) throws IOException, InterruptedException {
		for (int kill = already; kill < kills; kill++) {
			this.killer.kill(any(), point(kill));
			if ((kill + 1) % 10 == 0) {
				System.out.printf("%d of %d%n", kill + 1, kills);
			}
		}
	}

	private void startAll(int schema) throws IOException, InterruptedException {
		for (int i = 0; i < schema; i++) {
			this.killer.killWhileSchemaIsMade(this.site.instances().get(0), this.site.store());
			if (i < schema - 1) {
				this.site.removeStore();
			}
		}
		for (Instance instance : this.site.instances()) {
			instance.start();
		}
		for (Instance instance : this.site.instances()) {
			instance.awaitReady();
		}
	}

	/** Every other kill is at a random moment. */
	private KillPoint point(int kill) {
		return (kill % 2 == 0) ? KillPoint.RANDOM : KillPoint.NAMED.get(kill / 2 % KillPoint.NAMED.size());
	}

	private Instance any() {
		List<Instance> instances = this.site.instances();
		return instances.get(this.random.nextInt(instances.size()));
	}

	/** Stops an instance with SIGTERM, and returns whether it ended in time. */
	private boolean stopUnderLoad(Instance instance) throws IOException, InterruptedException {
		Thread.sleep(2000);
		long start = System.nanoTime();
		instance.terminate();
		int code = instance.awaitEnd(30);
		Duration taken = Duration.ofNanos(System.nanoTime() - start);
		System.out.printf("%-44s %.1f s, exit code %d%n", "stopped in an orderly way", taken.toMillis() / 1000.0, code);
		instance.start();
		instance.awaitReady();
		return (code == 0 || code == 143) && taken.compareTo(LONGEST_STOP) < 0;
	}

	private void await(Predicate<Conversation> unfinished) throws InterruptedException {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (System.nanoTime() < end && !this.checks.where(unfinished).isEmpty()) {
			Thread.sleep(500);
		}
	}

}
