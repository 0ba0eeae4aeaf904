package io.frontlineservice.load;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The measured figures with their aims, as a table. Filled by the only thread of
 * {@link FiguresRun}.
 */
final class Figures {

	/** An aim may be missed by a tenth, because no two runs are equal. */
	private static final double TOLERANCE = 1.1;

	private static final String LINE = "%-58s %10s %12s  %-44s %s%n";

	private final List<Figure> figures = new ArrayList<>();

	/** Adds a figure that must not exceed its aim. */
	void atMost(String name, double aim, double measured, String beside) {
		add(name, "<= " + text(aim), measured, beside, measured / aim);
	}

	/** Adds a figure that must reach its aim. */
	void atLeast(String name, double aim, double measured, String beside) {
		add(name, ">= " + text(aim), measured, beside, aim / measured);
	}

	/** Adds a figure without an aim. */
	void add(String name, double measured, String beside) {
		add(name, "", measured, beside, 0);
	}

	/** Adds figures that could not be measured, which counts as missed. */
	void failed(String what, String reason) {
		keep(new Figure(what, "", "void", reason, "VOID", true));
	}

	private void add(String name, String aim, double measured, String beside, double ratio) {
		String verdict = aim.isEmpty() ? "" : (ratio <= 1) ? "met" : (ratio <= TOLERANCE) ? "within a tenth" : "MISSED";
		// A ratio that is not a number is not within the tolerance.
		keep(new Figure(name, aim, text(measured), beside, verdict, !(ratio <= TOLERANCE)));
	}

	private void keep(Figure figure) {
		this.figures.add(figure);
		print(figure);
	}

	/** Prints all figures, and returns whether none is missed. */
	boolean print() {
		System.out.printf("%nJDK %s, %s, %d processors%n", Runtime.version(), LocalDate.now(ZoneOffset.UTC),
				Runtime.getRuntime().availableProcessors());
		System.out.printf(LINE, "figure", "aim", "measured", "beside", "verdict");
		this.figures.forEach(Figures::print);
		List<String> missed = this.figures.stream().filter(Figure::isMissed).map(Figure::name).toList();
		System.out.println(missed.isEmpty() ? "All aims are met or missed by at most a tenth."
				: "Missed by more than a tenth: " + String.join("; ", missed));
		return missed.isEmpty();
	}

	private static void print(Figure figure) {
		System.out.printf(LINE, figure.name(), figure.aim(), figure.measured(), figure.beside(), figure.verdict());
	}

	private static String text(double number) {
		return (number < 100) ? "%.2f".formatted(number) : "%,.0f".formatted(number);
	}

	/** A line of the table. */
	private record Figure(String name, String aim, String measured, String beside, String verdict, boolean isMissed) {
	}

}
