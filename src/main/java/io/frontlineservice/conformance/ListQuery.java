package io.frontlineservice.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The parameters of a list. Used by checks. Immutable.
 *
 * @param owners the owners; empty for all customers
 * @param search the words; null without a search
 * @param cursor where the page begins; null for the first one
 * @param limit the most customers in a page
 */
record ListQuery(List<String> owners, @Nullable String search, @Nullable String cursor, int limit) {

	/** The most customers that a page can have. */
	static final int LARGEST = 200;

	static final ListQuery ALL = new ListQuery(List.of(), null, null, LARGEST);

	static ListQuery of(String... owners) {
		return new ListQuery(List.of(owners), null, null, LARGEST);
	}

	ListQuery search(String words) {
		return new ListQuery(this.owners, words, this.cursor, this.limit);
	}

	ListQuery after(String place) {
		return new ListQuery(this.owners, this.search, place, this.limit);
	}

	ListQuery limit(int customers) {
		return new ListQuery(this.owners, this.search, this.cursor, customers);
	}

	/** Returns path and query. */
	String toUrl() {
		List<String> parameters = new ArrayList<>();
		this.owners.forEach((owner) -> parameters.add("owner=" + encode(owner)));
		if (this.search != null) {
			parameters.add("search=" + encode(this.search));
		}
		if (this.cursor != null) {
			parameters.add("cursor=" + encode(this.cursor));
		}
		parameters.add("limit=" + this.limit);
		return "/customers?" + String.join("&", parameters);
	}

	/** Returns the path of one customer. */
	static String customer(String id) {
		return "/customers/" + encode(id);
	}

	/** Returns path and query for the customers with an address. */
	static String byAddress(String address) {
		return "/customers/by-address?address=" + encode(address);
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
