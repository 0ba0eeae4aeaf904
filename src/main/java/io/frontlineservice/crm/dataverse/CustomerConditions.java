package io.frontlineservice.crm.dataverse;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.search.TypedSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the conditions for customers that a search or an address finds. Called by
 * {@link DataverseCrm}. Immutable.
 */
final class CustomerConditions {

	private final String sortName;

	private final FieldMapping fields;

	/** The columns that hold a number. */
	private final List<String> numbers;

	private final @Nullable String e164Column;

	/**
	 * Creates the conditions.
	 * @param e164Column a column that holds a number in E.164; null if there is none
	 */
	CustomerConditions(CustomerTable table, @Nullable String e164Column) {
		this.sortName = table.sortName();
		this.fields = table.fields();
		this.e164Column = e164Column;
		this.numbers = List.copyOf(this.fields.numberFields());
	}

	/** Returns the conditions of a search that is not for all. */
	List<String> matches(TypedSearch search) {
		return search.digits().isEmpty() ? search.words().stream().map(this::hasWord).toList()
				: List.of(hasDigits(search.digits()));
	}

	/** Whether customers have what the search compares. */
	boolean canSearch(TypedSearch search) {
		return search.words().stream().allMatch(ODataText::canCompare)
				&& (search.digits().isEmpty() || !this.numbers.isEmpty());
	}

	/** Returns the condition for customers with that address; empty if there is none. */
	String hasAddress(Address address) {
		if (address.number() != null) {
			return this.numbers.isEmpty() ? "" : hasNumber(address);
		}
		List<String> columns = List.copyOf(this.fields.identityFields(address));
		List<String> userId = PhoneNotations.ofNumberOrUserId(address);
		List<String> values = userId.isEmpty() ? List.of(address.value()) : userId;
		if (!address.isIdentity() || columns.isEmpty() || !values.stream().allMatch(ODataText::canCompare)) {
			return "";
		}
		return ODataText.any(columns.stream().flatMap((column) -> equal(column, values)).toList());
	}

	private String hasNumber(Address address) {
		String e164 = this.e164Column;
		if (e164 != null) {
			return ODataText
				.any(equal(e164, PhoneNotations.of(address).stream().filter((it) -> it.startsWith("+")).toList())
					.toList());
		}
		return hasDigits(PhoneNotations.lastDigits(address));
	}

	private static Stream<String> equal(String column, List<String> values) {
		return values.stream().map((value) -> column + " eq " + ODataText.literal(value));
	}

	/** A worker who types a word looks for the beginning of a name's part. */
	private String hasWord(String word) {
		List<String> conditions = new ArrayList<>();
		Stream.concat(Stream.of(this.sortName), names(CustomerField.COMPANY).stream())
			.map(CustomerConditions::path)
			.forEach((column) -> {
				conditions.add("startswith(" + column + "," + ODataText.pattern(word) + ")");
				conditions.add("contains(" + column + "," + ODataText.pattern(" " + word) + ")");
			});
		names(CustomerField.EMAIL)
			.forEach((column) -> conditions.add("contains(" + path(column) + "," + ODataText.pattern(word) + ")"));
		return ODataText.any(conditions);
	}

	/** Any separators may be between the digits. */
	private String hasDigits(String digits) {
		return ODataText.any(this.numbers.stream()
			.map((column) -> "contains(" + path(column) + "," + ODataText.digits(digits) + ")")
			.toList());
	}

	/** A column of a related row is behind a slash in a filter. */
	private static String path(String column) {
		return column.replace('.', '/');
	}

	private List<String> names(CustomerField field) {
		return this.fields.names(field);
	}

}
