package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.own.OwnQueries.Sample;
import io.frontlineservice.crm.jdbc.own.OwnTables.Learnt;
import io.frontlineservice.crm.jdbc.own.ResultColumns.Column;
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
import org.jspecify.annotations.Nullable;

/**
 * Tries the operator's queries on the database: whether the server accepts them, returns
 * the needed columns, and finds the rows by an index. Made by {@link OwnTables} for each
 * check. Not thread-safe.
 */
final class QueryCheck {

	/** The statement timeout of the pool is shorter. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

	private final CrmDatabase database;

	private final OwnQueries queries;

	private final Columns columns;

	private final boolean everyoneSeesAll;

	private final List<Observation> observations = new ArrayList<>();

	/** For each query the statement with all of its parts. */
	private final Map<QueryKind, BoundQuery> whole = new EnumMap<>(QueryKind.class);

	private final Map<QueryKind, ResultColumns> found = new EnumMap<>(QueryKind.class);

	QueryCheck(CrmDatabase database, OwnQueries queries, Columns columns) {
		this.database = database;
		this.queries = queries;
		this.columns = columns;
		this.everyoneSeesAll = !queries.uses(QueryKind.LIST, Bind.WORKERS);
	}

	/**
	 * Tries all queries.
	 * @throws CrmUnavailableException if the database cannot be reached
	 */
	Result run() {
		Sample list = first(QueryKind.LIST).orElse(null);
		IdType idType = (list != null) ? idType(list.columns()) : null;
		if (list == null || idType == null) {
			return new Result(this.observations, null);
		}
		String sortName = list.first().map(Row::sortName).orElse("m");
		Object id = list.first().map(Row::id).flatMap(idType::value).orElseGet(idType::sample);
		attemptWhole(QueryKind.LIST, SampleValues.laterPage(QueryKind.LIST, sortName, id));
		if (this.queries.has(QueryKind.SEARCH)) {
			first(QueryKind.SEARCH);
			attemptWhole(QueryKind.SEARCH, SampleValues.laterPage(QueryKind.SEARCH, sortName, id));
		}
		attemptWhole(QueryKind.BY_ID, SampleValues.id(id)).ifPresent((it) -> columns(QueryKind.BY_ID, it));
		attemptWhole(QueryKind.BY_ADDRESS, SampleValues.phones()).ifPresent((it) -> columns(QueryKind.BY_ADDRESS, it));
		if (this.queries.uses(QueryKind.BY_ADDRESS, Bind.CHAT)) {
			attempt(QueryKind.BY_ADDRESS, SampleValues.chat());
		}
		if (hasProblem()) {
			return new Result(this.observations, null);
		}
		checkCursor(list, idType);
		this.observations.addAll(new PlanCheck(this.database).warnings(this.whole));
		return new Result(this.observations, hasProblem() ? null : learnt(list, idType));
	}

	private Learnt learnt(Sample list, IdType idType) {
		return new Learnt(idType, sameSortName(), list.columns().first(this.columns.contacts()).isPresent());
	}

	private Optional<Sample> first(QueryKind kind) {
		boolean needsWorkers = this.queries.needsWorkers(kind);
		Optional<Sample> sample = attempt(kind,
				needsWorkers ? SampleValues.ofWorker(kind, 2) : SampleValues.firstPage(kind, 2));
		sample.ifPresent((it) -> columns(kind, it));
		return sample;
	}

	private void columns(QueryKind kind, Sample sample) {
		this.found.put(kind, sample.columns());
		this.observations.addAll(ColumnCheck.of(kind, sample.columns(), this.columns, this.everyoneSeesAll));
	}

	private @Nullable IdType idType(ResultColumns columns) {
		return columns.id(this.columns).map((column) -> IdType.of(column.type(), column.typeName())).orElse(null);
	}

	private boolean hasProblem() {
		return this.observations.stream().anyMatch((it) -> it.outcome() == Outcome.PROBLEM);
	}

	private boolean sameSortName() {
		Optional<String> ofList = sortName(QueryKind.LIST);
		boolean same = ofList.isPresent() && ofList.equals(sortName(QueryKind.BY_ID));
		if (!same) {
			this.observations.add(Observation.warning(
					QueryKind.BY_ID.setting() + " does not return the column by which " + QueryKind.LIST.setting()
							+ " sorts, so the app cannot page by an anchor",
					"select " + ofList.orElse(PageCursor.ATTRIBUTE) + " in both"));
		}
		return same;
	}

	private Optional<String> sortName(QueryKind kind) {
		return Optional.ofNullable(this.found.get(kind)).flatMap((it) -> it.sortName(this.columns)).map(Column::name);
	}

	/** The second customer of the list must be the first one after the first. */
	private void checkCursor(Sample list, IdType idType) {
		if (list.rows().size() < 2 || list.rows().get(0).sortName() == null) {
			return;
		}
		if (String.valueOf(list.rows().get(0).id()).equals(list.rows().get(1).id())) {
			add(Observation.problem(QueryKind.LIST.setting() + " returns a customer twice",
					"return one row for each customer, with several numbers or owners in one column"));
			return;
		}
		// Customers may change between two queries, so only a second failure counts.
		Optional<Sample> again = continuesWith(list, idType) ? Optional.empty() : first(QueryKind.LIST);
		if (again.isPresent() && again.get().rows().size() > 1 && !continuesWith(again.get(), idType)) {
			this.observations.add(Observation.problem(
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
		return attempt(QueryKind.LIST, next).flatMap(Sample::first)
			.filter((row) -> String.valueOf(row.id()).equals(list.rows().get(1).id()))
			.isPresent();
	}

	private Optional<Sample> attemptWhole(QueryKind kind, BindValues values) {
		this.whole.put(kind, this.queries.template(kind).orElseThrow().with(values));
		return attempt(kind, values);
	}

	/** Runs a query; a failure of the query, not of the connection, is a problem. */
	private Optional<Sample> attempt(QueryKind kind, BindValues values) {
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

	/** A query is tried several times, and may fail each time for the same reason. */
	private void add(Observation observation) {
		if (!this.observations.contains(observation)) {
			this.observations.add(observation);
		}
	}

	/**
	 * What the check has found.
	 *
	 * @param observations problems and warnings
	 * @param learnt what it has learnt; null if there is a problem
	 */
	record Result(List<Observation> observations, @Nullable Learnt learnt) {

	}

}
