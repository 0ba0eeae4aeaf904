package io.frontlineservice.crm.snapshot;

import io.frontlineservice.crm.search.Search;
import io.frontlineservice.crm.search.SearchTerms;
import org.roaringbitmap.RoaringBitmap;

/**
 * Narrows a search to the customers who may match it, by the sequences of up to three
 * characters in their terms. Part of a {@link CustomerSnapshot}; once made, thread-safe.
 */
final class SearchIndex {

	private final TrigramIndex wordStarts = new TrigramIndex();

	private final TrigramIndex emails = new TrigramIndex();

	private final TrigramIndex digits = new TrigramIndex();

	/** An index of these terms; a customer's place among them is their ordinal. */
	SearchIndex(SearchTerms[] terms) {
		for (int ordinal = 0; ordinal < terms.length; ordinal++) {
			addWords(terms[ordinal].words(), ordinal);
			this.emails.addAll(terms[ordinal].emails(), ordinal);
			this.digits.addAll(terms[ordinal].digits(), ordinal);
		}
		this.wordStarts.finish();
		this.emails.finish();
		this.digits.finish();
	}

	private void addWords(String words, int ordinal) {
		int blank = words.indexOf(' ');
		while (blank >= 0) {
			this.wordStarts.addStart(words, blank + 1, ordinal);
			blank = words.indexOf(' ', blank + 1);
		}
	}

	/**
	 * The ordinals of all customers that match, and possibly of some that do not.
	 * @param among the ordinals that count: a worker's few customers make this fast
	 */
	RoaringBitmap candidates(Search search, RoaringBitmap among) {
		RoaringBitmap found = among;
		for (Search.Word word : search.words()) {
			found = candidates(word, found);
		}
		return search.words().isEmpty() ? new RoaringBitmap() : found;
	}

	private RoaringBitmap candidates(Search.Word word, RoaringBitmap among) {
		RoaringBitmap found = among;
		for (String start : word.starts()) {
			found = this.wordStarts.startingWith(start, found);
		}
		found = RoaringBitmap.or(found, this.emails.mayContain(word.text(), among));
		for (String digits : word.digits()) {
			found = RoaringBitmap.or(found, this.digits.mayContain(digits, among));
		}
		return found;
	}

}
