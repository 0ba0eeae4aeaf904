package io.frontlineservice.customer;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps answers below the 64 KB that Frontline reads. Called by {@link CustomerService}
 * and for templates. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48003">48003: response too
 * large</a>
 */
public final class AnswerLimit {

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
		return fitting(rows, AnswerLimit::sizeAtMost);
	}

	/**
	 * As many items of an answer from its start as fit, one at the least.
	 * @param sizeAtMost what one cannot exceed, in bytes of JSON, quickly found
	 */
	public <T> List<T> fitting(List<T> items, ToIntFunction<T> sizeAtMost) {
		if (items.stream().mapToInt(sizeAtMost).sum() <= BYTES) {
			return items;
		}
		int bytes = 0;
		for (int i = 0; i < items.size(); i++) {
			bytes += size(items.get(i)) + 1;
			if (bytes > BYTES && i > 0) {
				return items.subList(0, i);
			}
		}
		return items;
	}

	/** What an object of that text cannot exceed, in bytes of JSON. */
	public static int sizeAtMost(String text) {
		return text.length() * BYTES_PER_CHARACTER + BYTES_OF_NAMES;
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

	private int size(Object item) {
		return this.json.writeValueAsBytes(item).length;
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}
