package io.frontlineservice.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an {@link Examination} found out, for operators. Immutable.
 *
 * @param outcome how the examination ended
 * @param seen what was seen, in one line; if not examined, the reason
 * @param fix how to fix it, a line for each step; null if there is nothing to do or
 * {@code seen} says it
 * @param remedy fixes it when applied; null if only the operator can
 */
public record Observation(Outcome outcome, String seen, @Nullable String fix, @Nullable Remedy remedy) {

	public static Observation holds(String seen) {
		return new Observation(Outcome.HOLDS, seen, null, null);
	}

	public static Observation warning(String seen, String fix) {
		return new Observation(Outcome.WARNING, seen, fix, null);
	}

	public static Observation problem(String seen, @Nullable String fix) {
		return new Observation(Outcome.PROBLEM, seen, fix, null);
	}

	public static Observation notExamined(String reason) {
		return notExamined(reason, null);
	}

	/** For a part that operators can examine themselves; the fix says where. */
	public static Observation notExamined(String reason, @Nullable String fix) {
		return new Observation(Outcome.NOT_EXAMINED, "not examined: " + reason, fix, null);
	}

	public Observation withRemedy(Remedy other) {
		return new Observation(this.outcome, this.seen, this.fix, other);
	}

}
