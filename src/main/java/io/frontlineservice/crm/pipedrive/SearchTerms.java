package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to search Pipedrive for. It keeps numbers as they were typed, so a number is
 * searched for by all its digits, and by its end, which is the same in most notations;
 * the caller compares the whole number. Used by {@link PipedriveCrm}. Immutable.
 */
final class SearchTerms {

	private static final String PHONES = "phone";

	private static final String CUSTOM = "custom_fields";

	/** Few numbers have the same four digits, and people write these together. */
	private static final int END = 4;

	/** Where people write pairs of digits, the last two pairs are in too many numbers. */
	private static final int END_IN_GROUPS = 6;

	private final FieldMapping fields;

	private final AddressReader addresses;

	private final boolean hasCustomNumbers;

	SearchTerms(FieldMapping fields, AddressReader addresses) {
		this.fields = fields;
		this.addresses = addresses;
		this.hasCustomNumbers = !PipedriveFields.customKeys(fields.numberFields()).isEmpty();
	}

	/** Returns the search for words that a worker typed. */
	static SearchTerm ofWords(String typed) {
		return new SearchTerm(typed, "name,email,phone", false);
	}

	/** Returns the whole number that a worker typed; null if it is something else. */
	@Nullable Address numberIn(String typed) {
		return typed.codePoints().noneMatch(Character::isLetter) ? this.addresses.read(ChannelType.SMS, typed).address()
				: null;
	}

	/** Returns the searches for an address; none if no person can have it. */
	List<SearchTerm> of(Address address) {
		if (address.isIdentity()) {
			return this.fields.identityFields(address).isEmpty() ? List.of()
					: identities(address).map((it) -> new SearchTerm(it, CUSTOM, true)).toList();
		}
		return (address.number() != null && !this.fields.numberFields().isEmpty()) ? ofNumber(address) : List.of();
	}

	private static Stream<String> identities(Address address) {
		List<String> userId = PhoneNotations.ofNumberOrUserId(address);
		return userId.isEmpty() ? Stream.of(address.value()) : userId.stream();
	}

	private List<SearchTerm> ofNumber(Address address) {
		Set<String> texts = new LinkedHashSet<>();
		PhoneNotations.of(address)
			.stream()
			.filter((notation) -> notation.startsWith("+"))
			.forEach((number) -> texts.add(number.substring(1)));
		String digits = String.valueOf(address.number());
		texts.add(digits.substring(Math.max(0, digits.length() - END)));
		if (!isTogether(PhoneNotations.nationalEnd(address, END))) {
			texts.add(PhoneNotations.nationalEnd(address, END_IN_GROUPS));
		}
		String searched = this.hasCustomNumbers ? PHONES + "," + CUSTOM : PHONES;
		return texts.stream().map((text) -> new SearchTerm(text, searched, false)).toList();
	}

	private static boolean isTogether(String end) {
		return end.chars().allMatch(Character::isDigit);
	}

	/**
	 * Whether a person that a search for a number found can have it: the search says the
	 * numbers of a person, but not those in custom fields.
	 */
	boolean canHave(SearchHit hit, Address address) {
		return address.isIdentity() || this.hasCustomNumbers
				|| hit.phones()
					.stream()
					.flatMap((phone) -> this.addresses.readAll(ChannelType.SMS, phone).stream())
					.anyMatch((reading) -> reading.address() != null && reading.address().reachesSameAs(address));
	}

}
