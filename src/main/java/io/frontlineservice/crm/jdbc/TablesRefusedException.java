package io.frontlineservice.crm.jdbc;

import io.frontlineservice.diagnosis.Observation;
import java.util.List;

/**
 * The tables of the customers cannot be used as configured. Thrown by
 * {@link TablePreparation} at the start, explained by {@link TablesRefusedAnalyzer}.
 */
final class TablesRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Observation> problems;

	TablesRefusedException(List<Observation> problems) {
		super("The tables of the customers cannot be used");
		this.problems = problems;
	}

	List<Observation> problems() {
		return this.problems;
	}

}
