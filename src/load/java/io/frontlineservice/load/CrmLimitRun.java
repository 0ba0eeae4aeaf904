package io.frontlineservice.load;

import io.frontlineservice.load.LimitedCalls.Answer;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what workers see when all of them open the app within a minute and the CRM
 * permits few requests. {@code src/load/crm-limit.sh} runs it.
 */
final class CrmLimitRun {

	private static final Logger logger = LoggerFactory.getLogger(CrmLimitRun.class);

	private static final int WORKERS = 1_000;

	/** Their lists warm up the JVM. */
	private static final int OTHER_WORKERS = 50;

	private static final int REQUESTS_A_SECOND = 5;

	private static final int WITHOUT_LIMIT = 100;

	private static final Duration RUSH = Duration.ofMinutes(1);

	/** A little longer than answers are fresh. */
	private static final Duration UNTIL_STALE = Duration.ofSeconds(61);

	/** How many requests of each kind the costs are measured with. */
	private static final int COSTS_OF = 200;

	private static final Duration PAUSE = Duration.ofMillis(25);

	private final Random random = new Random(7);

	private final Site site;

	private final LimitedCrm crm;

	private final List<Boolean> good = new ArrayList<>();

	private CrmLimitRun(Site site, LimitedCrm crm) {
		this.site = site;
		this.crm = crm;
	}

	public static void main(String[] arguments) throws IOException {
		Site site = new Site(Clock.systemUTC());
		boolean good = false;
		try (LimitedCrm crm = new LimitedCrm(WORKERS + OTHER_WORKERS)) {
			good = new CrmLimitRun(site, crm).run();
		}
		catch (Exception ex) {
			logger.error("The run has ended early", ex);
		}
		site.close(good);
		System.exit(good ? 0 : 1);
	}

	private boolean run() throws IOException, InterruptedException {
		this.crm.rename("First");
		this.crm.limit(REQUESTS_A_SECOND);
		Instance limited = start("limited", REQUESTS_A_SECOND);
		LimitedCalls calls = new LimitedCalls(limited.url());
		send(WORKERS, OTHER_WORKERS, Duration.ofMillis(250), calls::list);
		rush("Nothing in memory", calls, "First");
		TimeUnit.SECONDS.sleep(UNTIL_STALE.toSeconds());
		this.crm.rename("Second");
		rush("Lists of a minute ago in memory", calls, "Second");
		limited.kill();
		this.crm.limit(WITHOUT_LIMIT);
		costs(new LimitedCalls(start("unlimited", WITHOUT_LIMIT).url()));
		return this.good.stream().allMatch((it) -> it);
	}

	private Instance start(String name, int requestsASecond) throws IOException, InterruptedException {
		Instance instance = this.site.instance(name, Program.jar(this.site.folder(), List.of("-Xmx512m")),
				this.crm.settings(requestsASecond));
		instance.start();
		instance.awaitReady();
		return instance;
	}

	/** All workers open the app, at random moments of a minute. */
	private void rush(String title, LimitedCalls calls, String version) {
		this.crm.requests();
		List<CompletableFuture<AppOpening>> openings = new ArrayList<>();
		long[] moments = this.random.longs(WORKERS, 0, RUSH.toNanos()).sorted().toArray();
		long begin = System.nanoTime();
		for (int worker = 0; worker < WORKERS; worker++) {
			parkUntil(begin + moments[worker]);
			openings.add(AppOpening.of(worker, calls));
		}
		List<AppOpening> all = openings.stream().map(CompletableFuture::join).toList();
		System.out.printf("%s: %,d workers within %d s, %d requests a second%n", title, WORKERS, RUSH.toSeconds(),
				REQUESTS_A_SECOND);
		print("the current list", all, (it) -> it.first().has(version));
		print("an old list", all, (it) -> it.first().isShown() && !it.first().has(version));
		print("503", all, (it) -> it.first().isUnavailable());
		System.out.printf("  a list after 5, 30, 60, 120, 240 s: %s workers; until each has one: %s%n",
				LongStream.of(5, 30, 60, 120, 240)
					.map((seconds) -> all.stream().filter((it) -> it.hasListAfter(seconds)).count())
					.boxed()
					.toList(),
				new Times(all.stream().map(AppOpening::nanos).toList()).text("s"));
		System.out.printf("  %,d requests to the CRM%n", this.crm.requests());
		this.good.add(all.stream().allMatch((it) -> it.last().isShown()));
	}

	private static void print(String what, List<AppOpening> openings, Predicate<AppOpening> which) {
		Times times = new Times(openings.stream().filter(which).map((it) -> it.first().nanos()).toList());
		System.out.printf("  first answer is %-16s %,5d workers, %s%n", what, times.count(), times.text("ms"));
	}

	/** Each kind of request, first from the CRM and then from memory. */
	private void costs(LimitedCalls calls) {
		send(COSTS_OF, COSTS_OF, PAUSE, calls::list);
		send(COSTS_OF, COSTS_OF, PAUSE, calls::details);
		this.crm.requests();
		print("list from the CRM", send(0, COSTS_OF, PAUSE, calls::list));
		print("list from memory", send(0, COSTS_OF, PAUSE, calls::list));
		print("details from the CRM", send(0, COSTS_OF, PAUSE, calls::details));
		print("details from memory", send(0, COSTS_OF, PAUSE, calls::details));
	}

	private void print(String what, List<Answer> answers) {
		System.out.printf("%-20s %s; %.1f requests to the CRM%n", what,
				new Times(answers.stream().map(Answer::nanos).toList()).text("ms"),
				(double) this.crm.requests() / answers.size());
		this.good.add(answers.stream().allMatch(Answer::isShown));
	}

	/** Sends the requests of some workers, one after the other, below the limit. */
	private static List<Answer> send(int firstWorker, int workers, Duration pause,
			IntFunction<CompletableFuture<Answer>> request) {
		List<Answer> answers = new ArrayList<>();
		long begin = System.nanoTime();
		for (int i = 0; i < workers; i++) {
			parkUntil(begin + i * pause.toNanos());
			answers.add(request.apply(firstWorker + i).join());
		}
		return answers;
	}

	private static void parkUntil(long nanoTime) {
		for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
