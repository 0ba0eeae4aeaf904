package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.world.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The figures of a run, which {@link CrashRun} prints. */
final class Report {

	/** The largest number of workers that an instance adds at the same time. */
	private static final int CALLS_AT_ONCE = 10;

	private final Map<KillPoint, Integer> kills;

	private final Acknowledgments acknowledgments;

	private final ConversationChecks checks;

	private final List<Duration> takenOver;

	private final int pauses;

	Report(Killer killer, Acknowledgments acknowledgments, ConversationChecks checks, PausedInstance pausedInstance,
			int pauses) {
		this.kills = killer.kills();
		this.acknowledgments = acknowledgments;
		this.checks = checks;
		this.takenOver = pausedInstance.takenOver();
		this.pauses = pauses;
	}

	int count() {
		return this.kills.values().stream().mapToInt(Integer::intValue).sum();
	}

	void print() {
		this.kills.forEach((point, number) -> line("killed when " + point, number));
		line("killed altogether", count());
		if (this.pauses > 0) {
			line("stopped for longer than the lease", this.pauses);
			line("taken over by the other after", this.takenOver.stream().map(Report::seconds).toList());
		}
		line("events acknowledged", this.acknowledgments.acknowledged());
		line("events answered otherwise / not answered",
				this.acknowledgments.refused() + " / " + this.acknowledgments.unanswered());
		List<Conversation> promised = this.checks.where((it) -> !this.checks.isMissed(it));
		line("conversations", this.checks.where((it) -> true).size());
		line("  of which a worker was promised", promised.size());
		line("  promised and done", promised.stream().filter(this.checks::isWhole).count());
		line("  not promised, found by reconciliation", this.checks.where(this.checks::isFound).size());
		line("workers asked for more than once", this.checks.repeats());
		line("longest time from promise to worker", seconds(longest(promised)));
		line("LOST", lost());
		line("DOUBLED", doubled());
		line("STUCK", stuck());
		line("NOT FOUND", notFound());
	}

	boolean isGood() {
		return lost() + doubled() + stuck() + notFound() == 0
				&& this.checks.repeats() <= (count() + this.pauses) * CALLS_AT_ONCE;
	}

	private int lost() {
		return this.checks.where(this.checks::isOwed).size();
	}

	private int doubled() {
		return this.checks.where(this.checks::isDoubled).size();
	}

	private int stuck() {
		return this.checks.where(this.checks::isStuck).size();
	}

	private int notFound() {
		return this.checks.where((it) -> this.checks.isMissed(it) && !this.checks.isWhole(it)).size();
	}

	private Duration longest(List<Conversation> promised) {
		return promised.stream().map(this.checks::delay).max(Duration::compareTo).orElse(Duration.ZERO);
	}

	private static String seconds(Duration time) {
		return String.format("%.1f s", time.toMillis() / 1000.0);
	}

	private static void line(String what, Object value) {
		System.out.printf("%-44s %s%n", what, value);
	}

}
