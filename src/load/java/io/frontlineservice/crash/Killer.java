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
 * Kills instances, and starts them again. Used by {@link CrashRun} in its only thread.
 */
final class Killer {

	/** So long a named moment is waited for; after that any moment will do. */
	private static final long PATIENCE_SECONDS = 10;

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

	/** Kills an instance that is ready, and returns when it is ready again. */
	void kill(Instance victim, KillPoint point) throws IOException, InterruptedException {
		switch (point) {
			case STARTING -> whileStarting(victim);
			case STOPPING -> whileStopping(victim);
			default -> count(point.isOnTheWire() ? onTheWire(victim, point) : atRandom(victim));
		}
		victim.start();
		victim.awaitReady();
	}

	/** Kills it when its file has just come to be; returns with none running. */
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

	/** Twilio goes on with what it was asked, now and then only seconds later. */
	private KillPoint onTheWire(Instance victim, KillPoint point) throws InterruptedException {
		Thread.sleep(300 + this.random.nextInt(1000));
		long pause = (point.isBeforeAnything() && this.random.nextBoolean()) ? this.random.nextInt(6000) : 0;
		CountDownLatch killed = new CountDownLatch(1);
		boolean came = this.wire.spring((it) -> point.isIt(it, victim.user()), (it) -> {
			victim.kill();
			killed.countDown();
			Sleep.of(pause);
		}, PATIENCE_SECONDS);
		if (!came) {
			return atRandom(victim);
		}
		// Else the other thread might come to it late, and kill the next process.
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
