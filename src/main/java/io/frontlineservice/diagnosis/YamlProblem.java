package io.frontlineservice.diagnosis;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a YAML parser found in words that name the fix. Called where YAML is read:
 * for the configuration and for data files. Both parsers, SnakeYAML and its engine, use
 * the same messages.
 */
public final class YamlProblem {

	private static final Pattern DUPLICATE = Pattern.compile("found duplicate key (\\S+)");

	/** The parser notices a missing end only where something else begins. */
	private static final Pattern UNCLOSED = Pattern.compile("(?i)unexpected end of stream|expected ',' or");

	private YamlProblem() {
	}

	/**
	 * Returns whether a quote or bracket is not closed, so that the start of it is the
	 * place to show, which the parser calls the context.
	 */
	public static boolean isUnclosed(String message) {
		return UNCLOSED.matcher(message).find();
	}

	/**
	 * Describes the problem without quoting the file, except the name of a key that it
	 * has twice.
	 * @param message the problem in the words of the parser
	 */
	public static String describe(String message) {
		Matcher duplicate = DUPLICATE.matcher(message);
		if (duplicate.find()) {
			return "the key " + duplicate.group(1) + " stands here a second time: merge both into one";
		}
		String problem = message.toLowerCase(Locale.ROOT);
		if (problem.contains("(tab)")) {
			return "there is a tab: YAML needs spaces, so replace it by spaces";
		}
		if (problem.contains("mapping values are not allowed")) {
			return "a colon is not allowed here: check the indentation of this line, and put a text with a colon in quotes";
		}
		if (problem.contains("expected <block end>") || problem.contains("sequence entries are not allowed")) {
			return "the indentation does not match that of the lines above";
		}
		if (problem.contains("could not find expected ':'")) {
			return "a key has no colon after it: check this line, the line above, and their indentation";
		}
		if (problem.contains("cannot start any token")) {
			return "a text cannot start with this character: put the text in quotes";
		}
		if (problem.contains("undefined alias") || problem.contains("alphabetic or numeric character")) {
			return "a text that starts with * or & must stand in quotes";
		}
		if (problem.contains("unexpected end of stream")) {
			return "a quote is opened and never closed";
		}
		if (problem.contains("expected ',' or") || problem.contains("found '<stream end>'")) {
			return "a bracket or a brace is opened and never closed, or a comma is missing";
		}
		return "the parser does not understand this line";
	}

}
