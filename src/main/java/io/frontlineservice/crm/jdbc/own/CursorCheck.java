package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.own.OwnQueries.Sample;
import io.frontlineservice.diagnosis.Observation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks that the operator's list continues after a customer with the customer that
 * follows in its order. Made by {@link QueryCheck}. Not thread-safe.
 */
final class CursorCheck {

	private final OwnQueries queries;

	private final QueryAttempts attempts;

	private final Supplier<Optional<Sample>> firstPage;

	CursorCheck(OwnQueries queries, QueryAttempts attempts, Supplier<Optional<Sample>> firstPage) {
		this.queries = queries;
		this.attempts = attempts;
		this.firstPage = firstPage;
	}

	/** The second customer of the list must be the first one after the first. */
	void check(Sample list, IdType idType) {
		if (list.rows().size() < 2 || list.rows().get(0).sortName() == null) {
			return;
		}
		if (String.valueOf(list.rows().get(0).id()).equals(list.rows().get(1).id())) {
			this.attempts.add(Observation.problem(QueryKind.LIST.setting() + " returns a customer twice",
					"return one row for each customer, with several numbers or owners in one column"));
			return;
		}
		// Customers may change between two queries, so only a second failure counts.
		Optional<Sample> again = continuesWith(list, idType) ? Optional.empty() : this.firstPage.get();
		if (again.isPresent() && again.get().rows().size() > 1 && !continuesWith(again.get(), idType)) {
			this.attempts.add(Observation.problem(
					QueryKind.LIST.setting() + " returns other customers after the first one than its order says",
					"compare the same columns with (:after_name, :after_id) as in order by, in the same order, with "
							+ "the name as it is selected"));
		}
	}

	private boolean continuesWith(Sample list, IdType idType) {
		Row first = list.rows().get(0);
		Object id = idType.value(String.valueOf(first.id())).orElseGet(idType::sample);
		BindValues next = SampleValues.firstPage(QueryKind.LIST, 1)
			.set(Bind.AFTER_NAME, first.sortName())
			.set(Bind.AFTER_ID, id);
		if (this.queries.needsWorkers(QueryKind.LIST)) {
			return true;
		}
		return this.attempts.attempt(QueryKind.LIST, next)
			.flatMap(Sample::first)
			.filter((row) -> String.valueOf(row.id()).equals(list.rows().get(1).id()))
			.isPresent();
	}

}
