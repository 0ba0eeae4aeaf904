package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.CustomerSample;
import io.frontlineservice.crm.jdbc.own.OwnTables.Learnt;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts and times for operators what callbacks read. Called by {@link OwnTables}.
 * Thread-safe.
 */
final class OwnExamination {

	/** Enough to see a mistake in the mapping, and quick. */
	private static final int FIRST = 1_000;

	private static final int PAGE = 30;

	/** A callback has four seconds for everything. */
	private static final Duration SLOW = Duration.ofMillis(500);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private final OwnQueries queries;

	private final RowMapper mapper;

	OwnExamination(OwnQueries queries, RowMapper mapper) {
		this.queries = queries;
		this.mapper = mapper;
	}

	/** Examines tables whose queries have no problem. */
	List<Observation> examine(List<Observation> ofCheck, Learnt learnt) {
		List<Observation> observations = new ArrayList<>();
		if (this.queries.has(QueryKind.COUNT)) {
			timed(QueryKind.COUNT, observations, () -> this.queries.number(QueryKind.COUNT, deadline()))
				.flatMap((it) -> it)
				.ifPresent((it) -> observations
					.add(Observation.holds(String.format(Locale.ROOT, "customers in the database: %,d", it))));
		}
		if (this.queries.needsWorkers(QueryKind.LIST)) {
			observations.add(Observation.notExamined("numbers and times, because " + QueryKind.LIST.setting()
					+ " returns nothing without :workers: put its condition in double brackets"));
		}
		else {
			timed(QueryKind.LIST, observations, () -> first(PAGE))
				.ifPresent((page) -> examineCustomers(page, learnt, observations));
		}
		observations.addAll(ofCheck);
		return observations;
	}

	private void examineCustomers(List<CrmCustomer> page, Learnt learnt, List<Observation> observations) {
		if (page.isEmpty()) {
			observations.add(Observation.warning(QueryKind.LIST.setting() + " returns no customers",
					"check the query and its tables"));
			return;
		}
		time(page.get(0), learnt, observations);
		if (learnt.listHasNumbers()) {
			observations.add(CustomerSample.numbers(first(FIRST),
					"set frontline.default-region, if the numbers have no country code"));
		}
		else {
			observations.add(Observation.notExamined("customers without a usable number, because "
					+ QueryKind.LIST.setting() + " does not return numbers"));
		}
	}

	private List<CrmCustomer> first(int limit) {
		return this.queries.run(QueryKind.LIST, SampleValues.firstPage(QueryKind.LIST, limit), limit, deadline())
			.stream()
			.map(this.mapper::customer)
			.flatMap(Optional::stream)
			.toList();
	}

	private void time(CrmCustomer customer, Learnt learnt, List<Observation> observations) {
		if (this.queries.has(QueryKind.SEARCH) && !this.queries.needsWorkers(QueryKind.SEARCH)) {
			BindValues search = new BindValues().set(Bind.LIMIT, PAGE);
			SearchBinds.add(Search.of(customer.name()), search);
			timed(QueryKind.SEARCH, observations, () -> this.queries.run(QueryKind.SEARCH, search, PAGE, deadline()));
		}
		learnt.idType()
			.value(customer.id().value())
			.ifPresent((id) -> timed(QueryKind.BY_ID, observations,
					() -> this.queries.run(QueryKind.BY_ID, SampleValues.id(id), PAGE, deadline())));
		List<String> phones = customer.channels()
			.stream()
			.map(Channel::toAddress)
			.map(PhoneNotations::of)
			.filter((it) -> !it.isEmpty())
			.findFirst()
			.orElse(List.of());
		BindValues address = phones.isEmpty() ? SampleValues.phones() : SampleValues.phones().set(Bind.PHONES, phones);
		timed(QueryKind.BY_ADDRESS, observations,
				() -> this.queries.run(QueryKind.BY_ADDRESS, address, PAGE, deadline()));
	}

	private static <T> Optional<T> timed(QueryKind kind, List<Observation> observations, Supplier<T> query) {
		long start = System.nanoTime();
		try {
			T result = query.get();
			Duration time = Duration.ofNanos(System.nanoTime() - start);
			String seen = kind.setting() + " took " + time.toMillis() + " ms";
			observations.add((time.compareTo(SLOW) < 0) ? Observation.holds(seen)
					: Observation.warning(seen, "create the index that its conditions need: see its plan"));
			return Optional.ofNullable(result);
		}
		catch (CrmUnavailableException ex) {
			observations.add(Observation.problem(kind.setting() + " was not answered: " + ex.getMessage(),
					"run it in a SQL client, with values in place of its binds"));
			return Optional.empty();
		}
	}

	private static Deadline deadline() {
		return Deadline.in(LONGEST_WAIT);
	}

}
