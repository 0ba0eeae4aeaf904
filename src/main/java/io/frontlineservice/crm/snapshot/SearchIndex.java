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

	/** The ordinals of all customers that match, and possibly of some that do not. */
	RoaringBitmap candidates(Search search) {
		RoaringBitmap found = null;
		for (Search.Word word : search.words()) {
			RoaringBitmap candidates = candidates(word);
			found = (found != null) ? RoaringBitmap.and(found, candidates) : candidates;
		}
		return (found != null) ? found : new RoaringBitmap();
	}

	private RoaringBitmap candidates(Search.Word word) {
		RoaringBitmap byWords = this.wordStarts.startingWith(word.starts().get(0));
		for (String start : word.starts()) {
			byWords = RoaringBitmap.and(byWords, this.wordStarts.startingWith(start));
		}
		RoaringBitmap found = RoaringBitmap.or(byWords, this.emails.mayContain(word.text()));
		for (String digits : word.digits()) {
			found = RoaringBitmap.or(found, this.digits.mayContain(digits));
		}
		return found;
	}

}
