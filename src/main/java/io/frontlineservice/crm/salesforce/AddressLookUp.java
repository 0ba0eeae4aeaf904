package io.frontlineservice.crm.salesforce;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records with an address. Salesforce keeps numbers as they were typed, so it
 * is asked for the last digits of a number with anything between them, which fits every
 * rendering. The numbers of what it finds are then read and compared as a whole. Called
 * by {@link SalesforceCrm}. Thread-safe.
 */
final class AddressLookUp {

	/** How many records with similar numbers are compared. */
	private static final int CANDIDATES = 100;

	private final SalesforceApi api;

	private final CustomerQueries queries;

	private final CustomerRecords records;

	private final @Nullable String e164Field;

	/**
	 * Creates the look-up.
	 * @param e164Field a field that holds a number in E.164; null if there is none
	 */
	AddressLookUp(SalesforceApi api, CustomerQueries queries, CustomerRecords records, @Nullable String e164Field) {
		this.api = api;
		this.queries = queries;
		this.records = records;
		this.e164Field = e164Field;
	}

	/** Returns the records with exactly that address, in the order of the list. */
	List<Map<String, Object>> find(Address address, Deadline deadline) {
		if (address.number() != null) {
			return this.queries.canFindNumbers() ? having(address, queryFor(address), deadline) : List.of();
		}
		return (address.isIdentity() && this.queries.canFind(address))
				? having(address, this.queries.byIdentity(address, CANDIDATES), deadline) : List.of();
	}

	private String queryFor(Address address) {
		if (this.e164Field != null) {
			List<String> e164 = PhoneNotations.of(address).stream().filter((it) -> it.startsWith("+")).toList();
			return this.queries.byNumber(this.e164Field, e164, CANDIDATES);
		}
		return this.queries.byDigits(PhoneNotations.lastDigits(address), CANDIDATES);
	}

	private List<Map<String, Object>> having(Address address, String query, Deadline deadline) {
		return this.api.query(query, deadline)
			.rows()
			.stream()
			.filter((record) -> this.records.hasAddress(record, address))
			.toList();
	}

}
