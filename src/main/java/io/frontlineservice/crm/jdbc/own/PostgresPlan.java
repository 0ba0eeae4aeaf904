package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.own.PlanCheck.FullScan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Finds full scans in a plan of PostgreSQL that was made without sequential scans where
 * there is an index, and derives the missing index from their filters. Called by
 * {@link PlanCheck}. Thread-safe.
 */
final class PostgresPlan {

	private static final Pattern OPERATOR = Pattern.compile(" (=|~~\\*?|>|>=|<|<=|&&|@>|@@) ");

	private static final Pattern ROW = Pattern.compile("ROW\\(([^']*?)\\) [<>]=? ROW\\(");

	private static final Pattern CAST = Pattern.compile("\\((\\w+)\\)::(?:text|character varying|bpchar)");

	private PostgresPlan() {
	}

	static Set<FullScan> fullScans(JsonNode explained) {
		Set<FullScan> scans = new LinkedHashSet<>();
		collect(explained.path(0).path("Plan"), scans);
		return scans;
	}

	private static void collect(JsonNode node, Set<FullScan> scans) {
		String type = node.path("Node Type").asString("");
		String filter = node.path("Filter").asString("");
		boolean wholeIndex = (type.equals("Index Scan") || type.equals("Index Only Scan")) && !node.has("Index Cond")
				&& !filter.isEmpty();
		if (type.equals("Seq Scan") || wholeIndex) {
			String table = node.path("Relation Name").asString("");
			scans.add(new FullScan(table, advice(table, filter)));
		}
		node.path("Plans").forEach((child) -> collect(child, scans));
	}

	/** The missing index, as far as the filter shows it. */
	static String advice(String table, String filter) {
		Set<String> columns = new LinkedHashSet<>();
		Set<String> searched = new LinkedHashSet<>();
		List<String> ranges = new ArrayList<>();
		Matcher row = ROW.matcher(filter);
		if (row.find()) {
			ranges.addAll(List.of(row.group(1).split(", ", -1)));
		}
		Matcher operator = OPERATOR.matcher(filter);
		while (operator.find()) {
			String expression = leftOf(filter, operator.start());
			if (expression.isEmpty() || expression.startsWith("ROW")) {
				continue;
			}
			switch (operator.group(1)) {
				case "=" -> columns.add(indexed(expression));
				case "~~", "~~*" -> searched.add(indexed(expression));
				case "&&", "@>", "@@" -> {
					return "create index on " + table + " using gin (" + indexed(expression) + ");";
				}
				default -> ranges.add(expression);
			}
		}
		if (columns.isEmpty() && !searched.isEmpty()) {
			return "create extension pg_trgm;\ncreate index on " + table + " using gin ("
					+ searched.stream().map((it) -> it + " gin_trgm_ops").collect(Collectors.joining(", ")) + ");";
		}
		ranges.forEach((it) -> columns.add(indexed(it)));
		return columns.isEmpty() ? "add a condition to the query, and an index for it"
				: "create index on " + table + " (" + String.join(", ", columns) + ");";
	}

	/** The column or function on the left of an operator. */
	private static String leftOf(String filter, int end) {
		return CAST.matcher(filter.substring(start(filter, end), end)).replaceAll("$1");
	}

	private static int start(String filter, int end) {
		int word = wordStart(filter, end);
		if (word < end) {
			return filter.startsWith("::", word - 2) ? start(filter, word - 2) : word;
		}
		int depth = 0;
		for (int i = end - 1; i >= 0; i--) {
			char character = filter.charAt(i);
			depth += (character == ')') ? 1 : ((character == '(') ? -1 : 0);
			if (depth <= 0) {
				return (character == '(') ? wordStart(filter, i) : end;
			}
		}
		return end;
	}

	private static int wordStart(String filter, int end) {
		int start = end;
		while (start > 0 && (Character.isLetterOrDigit(filter.charAt(start - 1))
				|| "_.\"".indexOf(filter.charAt(start - 1)) >= 0)) {
			start--;
		}
		return start;
	}

	/** An expression that is not a column or a function needs parentheses. */
	private static String indexed(String expression) {
		return expression.matches("[\\w\"]+|\\w+\\(.*\\)") ? expression : "(" + expression + ")";
	}

}
