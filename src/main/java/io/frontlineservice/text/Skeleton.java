package io.frontlineservice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fixed texts of a message and the placeholders between them. Used to compare a
 * template with the text that WhatsApp has approved. Immutable.
 *
 * @param literals the fixed texts before, between and after the placeholders: always one
 * more than placeholders; without blanks at the ends of the message
 * @param placeholders the placeholders without braces, in their order
 */
public record Skeleton(List<String> literals, List<String> placeholders) {

	private static final Pattern NUMBERED = Pattern.compile("\\{\\{\\s*([\\w.-]{1,64})\\s*}}");

	private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?");

	public Skeleton {
		if (literals.size() != placeholders.size() + 1) {
			throw new IllegalArgumentException("There is a fixed text before and after each placeholder");
		}
		literals = trimmed(literals);
		placeholders = List.copyOf(placeholders);
	}

	/**
	 * Parses a text with variables such as {@code {{1}}}, as Twilio's Content API has it.
	 */
	public static Skeleton ofContent(String body) {
		List<String> literals = new ArrayList<>();
		List<String> variables = new ArrayList<>();
		Matcher variable = NUMBERED.matcher(body);
		int start = 0;
		while (variable.find()) {
			literals.add(body.substring(start, variable.start()));
			variables.add(variable.group(1));
			start = variable.end();
		}
		literals.add(body.substring(start));
		return new Skeleton(literals, variables);
	}

	/** Whether both have the same fixed texts; line breaks count as equal. */
	public boolean hasSameText(Skeleton other) {
		return unified(this.literals).equals(unified(other.literals));
	}

	/**
	 * Returns the index of the first fixed text that differs; -1 if none differs up to
	 * the end of the shorter message.
	 */
	public int firstDifference(Skeleton other) {
		List<String> ours = unified(this.literals);
		List<String> theirs = unified(other.literals);
		for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
			if (!ours.get(i).equals(theirs.get(i))) {
				return i;
			}
		}
		return -1;
	}

	private static List<String> unified(List<String> literals) {
		return literals.stream().map((it) -> LINE_BREAK.matcher(it).replaceAll("\n")).toList();
	}

	private static List<String> trimmed(List<String> literals) {
		List<String> trimmed = new ArrayList<>(literals);
		trimmed.set(0, trimmed.get(0).stripLeading());
		int last = trimmed.size() - 1;
		trimmed.set(last, trimmed.get(last).stripTrailing());
		return List.copyOf(trimmed);
	}

}
