package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.own.OwnQueries.Sample;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.limit.Deadline;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the operator's queries with sample values, and collects what is wrong with them.
 * Made by {@link QueryCheck}. Not thread-safe.
 */
final class QueryAttempts {

	/** The statement timeout of the pool is shorter. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

	private final OwnQueries queries;

	private final List<Observation> observations = new ArrayList<>();

	private final Map<QueryKind, BoundQuery> statements = new EnumMap<>(QueryKind.class);

	QueryAttempts(OwnQueries queries) {
		this.queries = queries;
	}

	/** The problems and warnings so far. */
	List<Observation> observations() {
		return this.observations;
	}

	/** For each query, the statement that {@link #whole} ran. */
	Map<QueryKind, BoundQuery> statements() {
		return this.statements;
	}

	boolean hasProblem() {
		return this.observations.stream().anyMatch((it) -> it.outcome() == Outcome.PROBLEM);
	}

	/** Adds what is wrong; an attempt may fail again for the same reason. */
	void add(Observation observation) {
		if (!this.observations.contains(observation)) {
			this.observations.add(observation);
		}
	}

	void addAll(List<Observation> several) {
		several.forEach(this::add);
	}

	/** Runs a query with all of its parts. */
	Optional<Sample> whole(QueryKind kind, BindValues values) {
		this.statements.put(kind, this.queries.template(kind).orElseThrow().with(values));
		return attempt(kind, values);
	}

	/**
	 * Runs a query. A failure of the query is added, and gives no sample.
	 * @throws CrmUnavailableException if the database cannot be reached
	 */
	Optional<Sample> attempt(QueryKind kind, BindValues values) {
		BoundQuery query = this.queries.template(kind).orElseThrow().with(values);
		try {
			return Optional.of(this.queries.sample(query, 2, Deadline.in(LONGEST_WAIT)));
		}
		catch (CrmUnavailableException ex) {
			SQLException failure = SqlFailureKind.ofQuery(ex);
			if (failure == null) {
				throw ex;
			}
			if (!SqlFailureKind.isTimeout(failure)) {
				add(SqlErrorText.problem(kind, query, failure));
			}
			else if (kind == QueryKind.LIST) {
				throw new CrmUnavailableException(kind.setting() + " does not end in time: create an index for it", ex);
			}
			else {
				add(Observation.warning(kind.setting() + " does not end in time", "create an index for it"));
			}
			return Optional.empty();
		}
	}

}
