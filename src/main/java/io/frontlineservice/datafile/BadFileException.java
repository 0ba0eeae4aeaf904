package io.frontlineservice.datafile;

import java.util.List;
import java.util.stream.Stream;

/**
 * A data file is invalid. The message says where and why. It never quotes the file, so it
 * may be logged.
 */
public class BadFileException extends RuntimeException {

	/** More would hide what a person reads first. */
	private static final int MOST_KEPT = 100;

	private final List<String> problems;

	/** How many more problems there are, which are not kept. */
	private final int more;

	public BadFileException(String message) {
		this(List.of(message), 0);
	}

	public BadFileException(int line, int column, String reason) {
		this("line " + line + ", column " + column + ": " + reason);
	}

	private BadFileException(List<String> problems, int more) {
		super(String.join("; ", listed(problems, more)));
		this.problems = problems;
		this.more = more;
	}

	/** Combines the problems of a file into one exception, which keeps the first 100. */
	public static BadFileException of(List<BadFileException> errors) {
		List<String> all = errors.stream().flatMap((error) -> error.problems.stream()).toList();
		int more = errors.stream().mapToInt((error) -> error.more).sum();
		List<String> kept = List.copyOf(all.subList(0, Math.min(all.size(), MOST_KEPT)));
		return new BadFileException(kept, more + all.size() - kept.size());
	}

	/** The problems, one by one; the last one counts those that are not kept. */
	public List<String> problems() {
		return listed(this.problems, this.more);
	}

	private static List<String> listed(List<String> problems, int more) {
		return (more == 0) ? problems
				: Stream.concat(problems.stream(), Stream.of("and " + more + " more problems")).toList();
	}

}
