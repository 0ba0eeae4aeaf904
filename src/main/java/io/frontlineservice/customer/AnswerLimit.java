package io.frontlineservice.customer;

import java.util.List;
import java.util.function.IntFunction;
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

	/** What an object has beside its texts: braces, names, quotes. */
	private static final int BYTES_OF_NAMES = 150;

	private final JsonMapper json;

	AnswerLimit(JsonMapper json) {
		this.json = json;
	}

	/** As many rows from the start as fit, one at the least. */
	List<Customer> fitting(List<Customer> rows) {
		if (rows.stream().mapToInt(AnswerLimit::sizeAtMost).sum() <= BYTES) {
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

	/** What the customer cannot exceed, found without writing any JSON. */
	private static int sizeAtMost(Customer customer) {
		int characters = length(customer.customerId()) + length(customer.displayName()) + length(customer.avatar());
		int names = BYTES_OF_NAMES;
		if (customer.details() != null) {
			characters += length(customer.details().title()) + length(customer.details().content());
		}
		for (Link link : orEmpty(customer.links())) {
			characters += length(link.type()) + length(link.value()) + length(link.displayName());
			names += BYTES_OF_NAMES;
		}
		for (Channel channel : orEmpty(customer.channels())) {
			characters += length(channel.value());
			names += BYTES_OF_NAMES;
		}
		return characters * BYTES_PER_CHARACTER + names;
	}

	/** The customer with as much of the text, then of the links and channels, as fits. */
	Customer fitting(Customer customer) {
		if (sizeAtMost(customer) <= BYTES) {
			return customer;
		}
		Customer cut = customer;
		Detail details = customer.details();
		if (size(cut) > BYTES && details != null && details.content() != null) {
			String content = details.content();
			cut = longest(content.codePointCount(0, content.length()),
					(length) -> customer.withDetails(cut(details, content, length)));
		}
		if (size(cut) > BYTES && cut.links() != null) {
			Customer whole = cut;
			List<Link> links = cut.links();
			cut = longest(links.size(), (length) -> whole.withLinks(links.subList(0, length)));
		}
		if (size(cut) > BYTES && cut.channels() != null) {
			Customer whole = cut;
			List<Channel> channels = cut.channels();
			cut = longest(channels.size(), (length) -> whole.withChannels(channels.subList(0, length)));
		}
		return cut;
	}

	/** The longest cut that fits, of those that are shorter than all. */
	private Customer longest(int all, IntFunction<Customer> cutTo) {
		int fits = 0;
		int tooLong = all;
		while (tooLong - fits > 1) {
			int middle = (fits + tooLong) >>> 1;
			if (size(cutTo.apply(middle)) <= BYTES) {
				fits = middle;
			}
			else {
				tooLong = middle;
			}
		}
		return cutTo.apply(fits);
	}

	private static Detail cut(Detail details, String content, int codePoints) {
		return new Detail(details.title(), content.substring(0, content.offsetByCodePoints(0, codePoints)) + "…");
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	private int size(Customer customer) {
		return this.json.writeValueAsBytes(customer).length;
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}
