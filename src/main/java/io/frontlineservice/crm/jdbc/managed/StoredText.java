package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.search.SearchTerms;
import java.util.regex.Pattern;

/**
 * The text by which the database finds a customer: the words of its name and company, a
 * blank before each; its e-mail addresses; the digits of its numbers. A tab separates the
 * three parts, so that a pattern can look into one of them. Called to write customers.
 */
final class StoredText {

	static final char SEPARATOR = '\t';

	/** A word that is searched for has none of these. */
	private static final Pattern NOT_SEARCHABLE = Pattern.compile("[\\x00-\\x20\\p{Cs}]");

	private StoredText() {
	}

	static String of(SearchTerms terms) {
		return terms.words() + SEPARATOR + NOT_SEARCHABLE.matcher(terms.emails()).replaceAll("\n") + SEPARATOR
				+ terms.digits();
	}

}
