package io.frontlineservice.crm.search;

import io.frontlineservice.address.PhoneDigits;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer can be found by. Made once for each customer by adapters that search
 * themselves. Immutable.
 *
 * @param words the folded words of name and company, a blank before each
 * @param emails the folded e-mail addresses, one a line
 * @param digits the digits of the phone numbers, in each notation, one a line
 */
public record SearchTerms(String words, String emails, String digits) {

	/** Returns the terms of that customer. */
	public static SearchTerms of(CrmCustomer customer) {
		StringBuilder words = new StringBuilder();
		addWords(words, customer.name());
		addWords(words, customer.company());
		return new SearchTerms(words.toString(), emails(customer.emails()), digits(customer.card().channels()));
	}

	/** A single address in lower case is the same text, which saves memory. */
	private static String emails(List<String> emails) {
		return (emails.size() == 1) ? SearchText.fold(emails.get(0))
				: emails.stream().map(SearchText::fold).collect(Collectors.joining("\n"));
	}

	private static void addWords(StringBuilder words, @Nullable String text) {
		if (text != null) {
			SearchText.words(SearchText.fold(text)).forEach((word) -> words.append(' ').append(word));
		}
	}

	private static String digits(@Nullable List<Channel> channels) {
		if (channels == null) {
			return "";
		}
		Set<String> digits = new LinkedHashSet<>();
		channels.forEach((channel) -> digits.addAll(PhoneDigits.of(channel.toAddress())));
		return String.join("\n", digits);
	}

}
