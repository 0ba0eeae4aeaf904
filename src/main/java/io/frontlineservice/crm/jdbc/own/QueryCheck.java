package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.own.OwnQueries.Sample;
import io.frontlineservice.crm.jdbc.own.OwnTables.Learnt;
import io.frontlineservice.crm.jdbc.own.ResultColumns.Column;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
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

	private final CrmDatabase database;

	private final OwnQueries queries;

	private final Columns columns;

	private final boolean everyoneSeesAll;

	private final QueryAttempts attempts;

	private final Map<QueryKind, ResultColumns> found = new EnumMap<>(QueryKind.class);

	QueryCheck(CrmDatabase database, OwnQueries queries, Columns columns) {
		this.database = database;
		this.queries = queries;
		this.columns = columns;
		this.attempts = new QueryAttempts(queries);
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
			return new Result(this.attempts.observations(), null);
		}
		String sortName = list.first().map(Row::sortName).orElse("m");
		Object id = list.first().map(Row::id).flatMap(idType::value).orElseGet(idType::sample);
		this.attempts.whole(QueryKind.LIST, SampleValues.laterPage(QueryKind.LIST, sortName, id));
		if (this.queries.has(QueryKind.SEARCH)) {
			first(QueryKind.SEARCH);
			this.attempts.whole(QueryKind.SEARCH, SampleValues.laterPage(QueryKind.SEARCH, sortName, id));
		}
		this.attempts.whole(QueryKind.BY_ID, SampleValues.id(id)).ifPresent((it) -> columns(QueryKind.BY_ID, it));
		this.attempts.whole(QueryKind.BY_ADDRESS, SampleValues.phones())
			.ifPresent((it) -> columns(QueryKind.BY_ADDRESS, it));
		if (this.queries.uses(QueryKind.BY_ADDRESS, Bind.CHAT)) {
			this.attempts.attempt(QueryKind.BY_ADDRESS, SampleValues.chat());
		}
		if (this.attempts.hasProblem()) {
			return new Result(this.attempts.observations(), null);
		}
		new CursorCheck(this.queries, this.attempts, () -> first(QueryKind.LIST)).check(list, idType);
		this.attempts.addAll(new PlanCheck(this.database).warnings(this.attempts.statements()));
		return new Result(this.attempts.observations(), this.attempts.hasProblem() ? null : learnt(list, idType));
	}

	private Learnt learnt(Sample list, IdType idType) {
		return new Learnt(idType, sameSortName(), list.columns().first(this.columns.contacts()).isPresent());
	}

	private Optional<Sample> first(QueryKind kind) {
		boolean needsWorkers = this.queries.needsWorkers(kind);
		Optional<Sample> sample = this.attempts.attempt(kind,
				needsWorkers ? SampleValues.ofWorker(kind, 2) : SampleValues.firstPage(kind, 2));
		sample.ifPresent((it) -> columns(kind, it));
		return sample;
	}

	private void columns(QueryKind kind, Sample sample) {
		this.found.put(kind, sample.columns());
		this.attempts.addAll(ColumnCheck.of(kind, sample.columns(), this.columns, this.everyoneSeesAll));
	}

	private @Nullable IdType idType(ResultColumns columns) {
		return columns.id(this.columns).map((column) -> IdType.of(column.type(), column.typeName())).orElse(null);
	}

	private boolean sameSortName() {
		Optional<String> ofList = sortName(QueryKind.LIST);
		boolean same = ofList.isPresent() && ofList.equals(sortName(QueryKind.BY_ID));
		if (!same) {
			this.attempts.add(Observation.warning(
					QueryKind.BY_ID.setting() + " does not return the column by which " + QueryKind.LIST.setting()
							+ " sorts, so the app cannot page by an anchor",
					"select " + ofList.orElse(PageCursor.ATTRIBUTE) + " in both"));
		}
		return same;
	}

	private Optional<String> sortName(QueryKind kind) {
		return Optional.ofNullable(this.found.get(kind)).flatMap((it) -> it.sortName(this.columns)).map(Column::name);
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
