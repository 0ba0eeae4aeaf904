package io.frontlineservice.conformance;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the checks one after the other, and prints a line for each. Called by
 * {@link ConformanceCommand}, once. Shows no value of a customer.
 */
final class ConformanceRun {

	private final PrintStream out;

	private final CheckContext context;

	private final Map<Mark, Integer> counts = new EnumMap<>(Mark.class);

	ConformanceRun(PrintStream out, CheckedServer server) {
		this.out = out;
		this.context = new CheckContext(server);
	}

	/** Runs the checks; returns whether the server implements the API. */
	boolean isPassedBy(List<Check> checks) {
		for (Check check : checks) {
			if (run(check) == Mark.PROBLEM && check.kind() == Check.Kind.FIRST) {
				this.out.println("The other checks need this one.");
				return false;
			}
		}
		this.out.printf("%d ok, %d to look at (??), %d to fix (!!), %d not checked (--). Requests: %d%n",
				count(Mark.OK), count(Mark.WARNING), count(Mark.PROBLEM), count(Mark.NOT_CHECKED),
				this.context.server().measured().requests());
		return count(Mark.PROBLEM) == 0;
	}

	private Mark run(Check check) {
		Mark mark = Mark.OK;
		try {
			check.body().run(this.context);
			print(mark, check.name());
		}
		catch (NotCheckedException ex) {
			mark = Mark.NOT_CHECKED;
			print(mark, check.name() + ": " + ex.getMessage());
		}
		catch (CheckFailedException ex) {
			mark = (check.kind() == Check.Kind.ADVICE) ? Mark.WARNING : Mark.PROBLEM;
			print(mark, check.name());
			this.out.println("      expected: " + ex.expected());
			this.out.println("      received: " + ex.received());
			this.out.println("      -> " + check.fix());
		}
		this.counts.merge(mark, 1, Integer::sum);
		return mark;
	}

	private void print(Mark mark, String text) {
		this.out.println("  " + mark.text + "  " + text);
	}

	private int count(Mark mark) {
		return this.counts.getOrDefault(mark, 0);
	}

	/** What is printed before a check. */
	private enum Mark {

		OK("ok"), WARNING("??"), PROBLEM("!!"), NOT_CHECKED("--");

		private final String text;

		Mark(String text) {
			this.text = text;
		}

	}

}
