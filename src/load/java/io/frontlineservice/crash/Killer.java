package io.frontlineservice.crash;

import io.frontlineservice.site.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * Kills instances and restarts them. Used by the only thread of {@link CrashRun}.
 */
final class Killer {

	/** How long to wait for a named moment before the kill happens at any moment. */
	private static final long TIMEOUT_SECONDS = 10;

	private final Map<KillPoint, Integer> kills = new EnumMap<>(KillPoint.class);

	private final Wire wire;

	private final Random random;

	Killer(Wire wire, Random random) {
		this.wire = wire;
		this.random = random;
	}

	Map<KillPoint, Integer> kills() {
		return this.kills;
	}

	/** Kills a ready instance, restarts it, and returns when it is ready again. */
	void kill(Instance victim, KillPoint point) throws IOException, InterruptedException {
		switch (point) {
			case STARTING -> whileStarting(victim);
			case STOPPING -> whileStopping(victim);
			default -> count(point.isOnTheWire() ? onTheWire(victim, point) : atRandom(victim));
		}
		victim.start();
		victim.awaitReady();
	}

	/** Kills it soon after it has created its file, and does not restart it. */
	void killWhileSchemaIsMade(Instance victim, Path file) throws IOException, InterruptedException {
		victim.start();
		long end = System.nanoTime() + 60_000_000_000L;
		while ((!Files.exists(file) || Files.size(file) == 0) && System.nanoTime() < end) {
			Thread.sleep(1);
		}
		Thread.sleep(this.random.nextInt(250));
		victim.kill();
		count(KillPoint.SCHEMA);
	}

	private KillPoint atRandom(Instance victim) throws InterruptedException {
		Thread.sleep(300 + this.random.nextInt(2000));
		victim.kill();
		return KillPoint.RANDOM;
	}

	/**
	 * Kills it at the named moment. Twilio then continues with the request, sometimes
	 * seconds later.
	 */
	private KillPoint onTheWire(Instance victim, KillPoint point) throws InterruptedException {
		Thread.sleep(300 + this.random.nextInt(1000));
		long pause = (point.isBeforeAnything() && this.random.nextBoolean()) ? this.random.nextInt(6000) : 0;
		CountDownLatch killed = new CountDownLatch(1);
		boolean came = this.wire.runAt((it) -> point.isIt(it, victim.user()), (it) -> {
			victim.kill();
			killed.countDown();
			Sleep.of(pause);
		}, TIMEOUT_SECONDS);
		if (!came) {
			return atRandom(victim);
		}
		// Otherwise the other thread could be late and kill the next process.
		killed.await();
		return point;
	}

	private void whileStarting(Instance victim) throws IOException, InterruptedException {
		victim.terminate();
		victim.awaitEnd(30);
		victim.start();
		Thread.sleep(this.random.nextInt(5000));
		victim.kill();
		count(KillPoint.STARTING);
	}

	private void whileStopping(Instance victim) throws InterruptedException {
		Thread.sleep(500 + this.random.nextInt(1000));
		victim.terminate();
		Thread.sleep(this.random.nextInt(200));
		victim.kill();
		count(KillPoint.STOPPING);
	}

	private void count(KillPoint point) {
		this.kills.merge(point, 1, Integer::sum);
	}

}
