package io.frontlineservice.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an {@link Examination} has seen, in words for operators. Immutable.
 *
 * @param outcome what came of looking
 * @param seen what was seen, in one line; why nothing was, if nothing was
 * @param fix how to mend it, a line for each step; null where there is nothing to do, or
 * {@code seen} says it
 * @param remedy mends it from here; null if nothing does
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

	/** One that operators can look at themselves: the mend says where. */
	public static Observation notExamined(String reason, @Nullable String fix) {
		return new Observation(Outcome.NOT_EXAMINED, "not examined: " + reason, fix, null);
	}

	public Observation withRemedy(Remedy other) {
		return new Observation(this.outcome, this.seen, this.fix, other);
	}

}
