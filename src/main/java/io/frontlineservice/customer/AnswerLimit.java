package io.frontlineservice.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps answers below the 64 KB that Frontline reads. Called by {@link CustomerService}.
 * Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48003">48003: response too
 * large</a>
 */
final class AnswerLimit {

	/** What an answer may have, in bytes of JSON, less the envelope and a page token. */
	static final int BYTES = 64_000 - 4_000;

	/** How long one character can get in JSON: a six-letter escape. */
	private static final int BYTES_PER_CHARACTER = 6;

	private static final int BYTES_AROUND_A_ROW = 60;

	private final JsonMapper json;

	AnswerLimit(JsonMapper json) {
		this.json = json;
	}

	/** As many rows from the start as fit, one at the least. */
	List<Customer> fitting(List<Customer> rows) {
		if (surelyFits(rows)) {
			return rows;
		}
		int bytes = 0;
		for (int i = 0; i < rows.size(); i++) {
			bytes += size(rows.get(i)) + 1;
			if (bytes > BYTES && i > 0) {
				return rows.subList(0, i);
			}
		}
		return rows;
	}

	private static boolean surelyFits(List<Customer> rows) {
		int characters = 0;
		for (Customer row : rows) {
			characters += row.customerId().length() + row.displayName().length() + length(row.avatar());
		}
		return characters * BYTES_PER_CHARACTER + rows.size() * BYTES_AROUND_A_ROW <= BYTES;
	}

	/** The customer with as much of the text, then of the links and channels, as fits. */
	Customer fitting(Customer customer) {
		if (size(customer) <= BYTES) {
			return customer;
		}
		Customer cut = withShorterText(customer);
		while (size(cut) > BYTES && cut.links() != null) {
			cut = cut.withLinks(withoutLast(cut.links()));
		}
		while (size(cut) > BYTES && cut.channels() != null) {
			cut = cut.withChannels(withoutLast(cut.channels()));
		}
		return cut;
	}

	private Customer withShorterText(Customer customer) {
		Detail details = customer.details();
		if (details == null || details.content() == null) {
			return customer;
		}
		String content = details.content();
		int fits = 0;
		int tooLong = content.codePointCount(0, content.length());
		while (tooLong - fits > 1) {
			int middle = (fits + tooLong) >>> 1;
			if (size(customer.withDetails(cut(details, content, middle))) <= BYTES) {
				fits = middle;
			}
			else {
				tooLong = middle;
			}
		}
		return customer.withDetails(cut(details, content, fits));
	}

	private static Detail cut(Detail details, String content, int codePoints) {
		return new Detail(details.title(), content.substring(0, content.offsetByCodePoints(0, codePoints)) + "…");
	}

	private static <T> List<T> withoutLast(List<T> list) {
		return list.subList(0, list.size() - 1);
	}

	private int size(Customer customer) {
		return this.json.writeValueAsBytes(customer).length;
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}
