package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.CustomerTables;
import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Customers in the operator's own tables, read by the operator's queries. A result that
 * cannot be right is an error, never an answer. Made by package {@code crm.jdbc}.
 * Thread-safe.
 */
public final class OwnTables implements CustomerTables {

	private final OwnQueries queries;

	private final CustomerPages pages;

	private final CustomerLookUp lookUp;

	private final Supplier<QueryCheck> check;

	private final OwnExamination examination;

	/** What the check has learnt; null before it has succeeded. */
	private volatile @Nullable Learnt learnt;

	private OwnTables(CrmDatabase database, Queries queries, Columns columns, AddressReader addresses) {
		this.queries = new OwnQueries(database, queries, columns);
		RowMapper mapper = new RowMapper(columns, addresses);
		QueryTrouble trouble = new QueryTrouble(System::nanoTime);
		this.pages = new CustomerPages(this.queries, mapper, trouble);
		this.lookUp = new CustomerLookUp(this.queries, mapper, trouble);
		this.check = () -> new QueryCheck(database, this.queries, columns);
		this.examination = new OwnExamination(this.queries, mapper);
	}

	/**
	 * Returns what is wrong with the settings, without a database.
	 * @param url the JDBC URL of the database
	 * @param everyoneSeesAll whether every worker sees all customers
	 */
	public static List<Finding> findings(Queries queries, String url, boolean everyoneSeesAll) {
		return QueryFindings.of(queries, DatabaseProduct.of(url), everyoneSeesAll);
	}

	/**
	 * Returns the tables of settings without findings.
	 * @param fields the columns that the operator has set
	 * @param addresses reads the numbers
	 */
	public static OwnTables of(CrmDatabase database, Queries queries, FieldMapping fields, AddressReader addresses) {
		return new OwnTables(database, queries, Columns.of(fields), addresses);
	}

	@Override
	public List<Observation> prepare() {
		QueryCheck.Result result = this.check.get().run();
		this.learnt = result.learnt();
		return result.observations();
	}

	@Override
	public List<Observation> examine() {
		QueryCheck.Result result = this.check.get().run();
		return (result.learnt() != null) ? this.examination.examine(result.observations(), result.learnt())
				: result.observations();
	}

	@Override
	public Set<CrmCapability> capabilities() {
		Set<CrmCapability> capabilities = EnumSet.of(CrmCapability.ALPHABETICAL_ORDER,
				CrmCapability.EXACT_ADDRESS_LOOKUP);
		if (this.queries.has(QueryKind.SEARCH)) {
			capabilities.add(CrmCapability.SEARCH);
		}
		Learnt known = this.learnt;
		if (known != null && known.sameSortName()) {
			capabilities.add(CrmCapability.PAGING_AFTER_CUSTOMER);
		}
		return capabilities;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		IdType idType = learnt().idType();
		BindValues values = new BindValues();
		if (!audience.all()) {
			List<String> workers = workers(audience);
			if (workers.isEmpty()) {
				return CrmPage.EMPTY;
			}
			values.set(Bind.WORKERS, workers);
		}
		QueryKind kind = Search.isForAll(search) ? QueryKind.LIST : QueryKind.SEARCH;
		if (kind == QueryKind.SEARCH) {
			Search parsed = Search.of(search);
			if (parsed.findsNoCustomer()) {
				return CrmPage.EMPTY;
			}
			SearchBinds.add(parsed, values);
		}
		Optional<PageCursor> after = (cursor != null) ? PageCursor.ofText(cursor) : Optional.empty();
		Optional<Object> afterId = after.flatMap((it) -> idType.value(it.id()));
		if (cursor != null && afterId.isEmpty()) {
			return CrmPage.EMPTY;
		}
		after.ifPresent((it) -> values.set(Bind.AFTER_NAME, it.sortName()).set(Bind.AFTER_ID, afterId.orElseThrow()));
		return this.pages.page(kind, values, audience, after.orElse(null), limit, deadline);
	}

	/** The service passes these through a signed request, so they can be any text. */
	private static List<String> workers(Audience audience) {
		return audience.owners().stream().map(WorkerIdentity::key).filter(IdType::canBeStored).sorted().toList();
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return learnt().idType().value(customerId.value()).flatMap((id) -> this.lookUp.byId(customerId, id, deadline));
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		learnt();
		List<String> phones = PhoneNotations.ofNumberOrUserId(address);
		if (!phones.isEmpty()) {
			return this.lookUp.byAddress(address, new BindValues().set(Bind.PHONES, phones), deadline);
		}
		boolean canBeFound = address.isIdentity() && this.queries.uses(QueryKind.BY_ADDRESS, Bind.CHAT)
				&& IdType.canBeStored(address.value());
		return canBeFound ? this.lookUp.byAddress(address, new BindValues().set(Bind.CHAT, address.value()), deadline)
				: List.of();
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		if (!can(CrmCapability.PAGING_AFTER_CUSTOMER)) {
			throw new UnsupportedOperationException("The queries by-id and list do not have the same sort name");
		}
		return PageCursor.of(customer).toText();
	}

	private Learnt learnt() {
		Learnt known = this.learnt;
		if (known == null) {
			throw new CrmUnavailableException("The queries of the customers have not been checked", null);
		}
		return known;
	}

	/**
	 * What only the database knows.
	 *
	 * @param idType the type of the ids
	 * @param sameSortName whether by-id and list have the same column as the sort name
	 * @param listHasNumbers whether list has a column with a number or an identity
	 */
	record Learnt(IdType idType, boolean sameSortName, boolean listHasNumbers) {
	}

}
