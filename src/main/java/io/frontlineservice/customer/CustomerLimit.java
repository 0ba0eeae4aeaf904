package io.frontlineservice.customer;

import io.frontlineservice.limit.AnswerLimit;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers about customers to what Frontline reads. Called by
 * {@link CustomerService}. Thread-safe.
 */
final class CustomerLimit {

	private final AnswerLimit limit;

	CustomerLimit(AnswerLimit limit) {
		this.limit = limit;
	}

	/** As many rows from the start as fit, one at the least. */
	List<Customer> fitting(List<Customer> rows) {
		return this.limit.fitting(rows, CustomerLimit::sizeAtMost);
	}

	/** The customer with as much of the text, then of the links and channels, as fits. */
	Customer fitting(Customer customer) {
		if (sizeAtMost(customer) <= AnswerLimit.BYTES) {
			return customer;
		}
		Customer cut = customer;
		Detail details = customer.details();
		if (!fits(cut) && details != null && details.content() != null) {
			String content = details.content();
			cut = longest(content.codePointCount(0, content.length()),
					(length) -> customer.withDetails(cut(details, content, length)));
		}
		if (!fits(cut) && cut.links() != null) {
			Customer whole = cut;
			List<Link> links = cut.links();
			cut = longest(links.size(), (length) -> whole.withLinks(links.subList(0, length)));
		}
		if (!fits(cut) && cut.channels() != null) {
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
			if (fits(cutTo.apply(middle))) {
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

	private boolean fits(Customer customer) {
		return this.limit.size(customer) <= AnswerLimit.BYTES;
	}

	private static int sizeAtMost(Customer customer) {
		Detail details = customer.details();
		int size = AnswerLimit.sizeAtMost(customer.customerId(), customer.displayName(), customer.avatar(),
				(details != null) ? details.title() : null, (details != null) ? details.content() : null);
		for (Link link : orEmpty(customer.links())) {
			size += AnswerLimit.sizeAtMost(link.type(), link.value(), link.displayName());
		}
		for (Channel channel : orEmpty(customer.channels())) {
			size += AnswerLimit.sizeAtMost(channel.value());
		}
		return size;
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

}
