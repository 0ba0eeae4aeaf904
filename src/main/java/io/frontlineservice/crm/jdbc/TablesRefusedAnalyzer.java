package io.frontlineservice.crm.jdbc;

import io.frontlineservice.diagnosis.Observation;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains why the tables of the customers cannot be used, without a stack trace. Called
 * by Spring Boot.
 */
final class TablesRefusedAnalyzer extends AbstractFailureAnalyzer<TablesRefusedException> {

	private static final String ITEM = "  * ";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TablesRefusedException cause) {
		List<Observation> problems = cause.problems();
		return new FailureAnalysis("""
				The database of the customers cannot be used as configured:

				%s""".formatted(problems.stream().map(TablesRefusedAnalyzer::item).collect(Collectors.joining("\n"))),
				"Fix these, then start the service again. src/docs/database.md describes %s.*\n"
					.formatted(JdbcCrmSettings.PREFIX),
				cause);
	}

	private static String item(Observation problem) {
		String fix = problem.fix();
		return ITEM + problem.seen()
				+ ((fix != null) ? fix.lines().map("\n    "::concat).collect(Collectors.joining()) : "");
	}

}
