package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.own.PlanCheck.FullScan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds full scans in a plan of MariaDB, where no index is possible, and derives the
 * missing index from their conditions. Called by {@link PlanCheck}. Thread-safe.
 */
final class MariaDbPlan {

	private static final Pattern WRITES = Pattern
		.compile("(?i)^GRANT (?:[^']*, )?(?:ALL PRIVILEGES|INSERT|UPDATE|DELETE)(?: \\([^)]*\\))?[, ]");

	private MariaDbPlan() {
	}

	static Set<FullScan> fullScans(JsonNode explained, String source) {
		Set<FullScan> scans = new LinkedHashSet<>();
		collect(explained, source, scans);
		return scans;
	}

	private static void collect(JsonNode node, String source, Set<FullScan> scans) {
		JsonNode table = node.path("table");
		String alias = table.path("table_name").asString("");
		String access = table.path("access_type").asString("");
		String condition = table.path("attached_condition").asString("");
		boolean whole = access.equals("ALL") || (access.equals("index") && !condition.isEmpty());
		if (whole && !alias.startsWith("<") && !hasPossibleIndex(table)
				&& table.path("rows").asLong(0) >= PlanCheck.SMALL_TABLE) {
			scans.add(new FullScan(table(alias, source), advice(table(alias, source), alias, condition)));
		}
		node.forEach((child) -> collect(child, source, scans));
	}

	/**
	 * The primary key is possible for each condition on the id, such as that of a page.
	 */
	private static boolean hasPossibleIndex(JsonNode table) {
		boolean possible = false;
		for (JsonNode key : table.path("possible_keys")) {
			possible |= !key.asString("").equals("PRIMARY");
		}
		return possible;
	}

	/** The table of an alias, which is all that the plan has. */
	private static String table(String alias, String source) {
		Matcher matcher = Pattern
			.compile("(?i)\\b(?:from|join)\\s+([\\w.`]+)\\s+(?:as\\s+)?" + Pattern.quote(alias) + "\\b")
			.matcher(source);
		return matcher.find() ? matcher.group(1) : alias;
	}

	static String advice(String table, String alias, String condition) {
		String column = "(?<![\\w(])(?:`?" + Pattern.quote(alias) + "`?\\.)`?(\\w+)`?\\s*";
		List<String> columns = Stream.of("(?:=|in\\b|<=>)", "[<>]")
			.flatMap((operator) -> Pattern.compile(column + operator).matcher(condition).results())
			.map((found) -> found.group(1))
			.distinct()
			.toList();
		return columns.isEmpty()
				? "compare columns themselves, not functions of them, and create an index on these columns"
				: "create index " + table.replaceAll("\\W", "") + "_" + String.join("_", columns) + " on " + table
						+ " (" + String.join(", ", columns) + ");";
	}

	/**
	 * Whether one of the grants of the user allows to change tables. MariaDB grants every
	 * user rights to databases for tests.
	 */
	static boolean mayWrite(List<String> grants) {
		return grants.stream().anyMatch((grant) -> WRITES.matcher(grant).find() && !grant.endsWith(" TO PUBLIC"));
	}

}
