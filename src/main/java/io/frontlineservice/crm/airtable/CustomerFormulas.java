package io.frontlineservice.crm.airtable;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.Ownership;
import io.frontlineservice.crm.search.TypedSearch;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The formulas that find customers. What they find is verified by the caller: formulas
 * see the names of users, and the digits of numbers without their country. Used by
 * {@link AirtableCrm}. Immutable.
 */
final class CustomerFormulas {

	/** A formula that is true for all records. */
	static final String ALL = "";

	private final FieldMapping fields;

	private final Ownership ownership;

	private final Collaborators collaborators;

	CustomerFormulas(FieldMapping fields, Ownership ownership, Collaborators collaborators) {
		this.fields = fields;
		this.ownership = ownership;
		this.collaborators = collaborators;
	}

	/**
	 * Returns the formula for the customers of an audience that match a search; empty if
	 * there can be none.
	 */
	Optional<String> list(Audience audience, TypedSearch search) {
		List<String> conditions = new ArrayList<>();
		if (!audience.all()) {
			if (this.ownership.fields().isEmpty()) {
				return Optional.empty();
			}
			conditions.add(ownedBy(audience));
		}
		for (String word : search.words()) {
			conditions.add(hasWord(word));
		}
		if (!search.digits().isEmpty()) {
			if (this.fields.numberFields().isEmpty()) {
				return Optional.empty();
			}
			conditions.add(hasDigits(search.digits()));
		}
		return Optional.of(conditions.isEmpty() ? ALL : FormulaText.all(conditions));
	}

	private String ownedBy(Audience audience) {
		Set<WorkerIdentity> owners = new HashSet<>(this.ownership.owners(audience));
		if (audience.owners().contains(CrmCustomer.EVERYONE)) {
			owners.add(CrmCustomer.EVERYONE);
		}
		Collection<String> written = this.collaborators.written(owners);
		List<String> conditions = new ArrayList<>();
		if (!written.isEmpty()) {
			this.ownership.fields().forEach((field) -> conditions.add(FormulaText.isListed(field, written)));
		}
		if (this.ownership.includesWithoutOwner(audience)) {
			conditions.add(FormulaText.all(this.ownership.fields().stream().map(FormulaText::isEmpty).toList()));
		}
		return FormulaText.any(conditions);
	}

	private String hasWord(String word) {
		Stream<String> names = Stream
			.of(CustomerField.DISPLAY_NAME, CustomerField.FIRST_NAME, CustomerField.LAST_NAME, CustomerField.COMPANY)
			.flatMap((field) -> this.fields.names(field).stream())
			.map((field) -> FormulaText.hasWord(field, word));
		Stream<String> emails = this.fields.names(CustomerField.EMAIL)
			.stream()
			.map((field) -> FormulaText.contains(field, word));
		return FormulaText.any(Stream.concat(names, emails).distinct().toList());
	}

	private String hasDigits(String digits) {
		return FormulaText
			.any(this.fields.numberFields().stream().map((field) -> FormulaText.hasDigits(field, digits)).toList());
	}

	/** Returns the formula for the customer with that id. */
	String byId(CustomerId id) {
		return "RECORD_ID()=" + FormulaText.literal(id.value());
	}

	/**
	 * Returns the formula for the customers at an address; empty if there can be none.
	 */
	Optional<String> byAddress(Address address) {
		List<String> conditions = new ArrayList<>();
		if (address.isIdentity()) {
			// A user id may have a prefix, and a field several identities.
			String identity = Collections
				.min(Stream.concat(PhoneNotations.ofNumberOrUserId(address).stream(), Stream.of(address.value()))
					.toList(), Comparator.comparing(String::length));
			this.fields.identityFields(address)
				.forEach((field) -> conditions.add(FormulaText.hasExactly(field, identity)));
		}
		else if (address.number() != null) {
			String digits = PhoneNotations.lastDigits(address);
			this.fields.numberFields().forEach((field) -> conditions.add(FormulaText.hasDigits(field, digits)));
		}
		return conditions.isEmpty() ? Optional.empty() : Optional.of(FormulaText.any(conditions));
	}

}
