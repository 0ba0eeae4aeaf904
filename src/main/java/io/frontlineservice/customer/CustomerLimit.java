package io.frontlineservice.customer;

import io.frontlineservice.limit.AnswerLimit;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers about customers below the size that Frontline reads. Called by
 * {@link CustomerService}. Thread-safe.
 */
final class CustomerLimit {

	private final AnswerLimit limit;

	CustomerLimit(AnswerLimit limit) {
		this.limit = limit;
	}

	/** Returns as many rows from the start of the list as fit, but at least one. */
	List<Customer> fitting(List<Customer> rows) {
		return this.limit.fitting(rows, CustomerLimit::sizeAtMost);
	}

	/**
	 * Returns the customer, shortened if it does not fit: first the text, then the links,
	 * then the channels.
	 */
	Customer fitting(Customer customer) {
		return (sizeAtMost(customer) <= AnswerLimit.BYTES) ? customer
				: withFittingChannels(withFittingLinks(withFittingText(customer)));
	}

	private Customer withFittingText(Customer customer) {
		Detail details = customer.details();
		if (details == null || details.content() == null) {
			return customer;
		}
		String text = details.content();
		return longest(customer, text.codePointCount(0, text.length()),
				(length) -> customer.withDetails(truncated(details, text, length)));
	}

	private Customer withFittingLinks(Customer customer) {
		List<Link> links = orEmpty(customer.links());
		return longest(customer, links.size(), (length) -> customer.withLinks(links.subList(0, length)));
	}

	private Customer withFittingChannels(Customer customer) {
		List<Channel> channels = orEmpty(customer.channels());
		return longest(customer, channels.size(), (length) -> customer.withChannels(channels.subList(0, length)));
	}

	/**
	 * Returns the customer if it fits. Otherwise returns the longest truncation that
	 * fits, or the shortest one if none fits.
	 */
	private Customer longest(Customer customer, int length, IntFunction<Customer> truncation) {
		if (fits(customer)) {
			return customer;
		}
		int fits = 0;
		int tooLong = length;
		while (tooLong - fits > 1) {
			int middle = (fits + tooLong) >>> 1;
			if (fits(truncation.apply(middle))) {
				fits = middle;
			}
			else {
				tooLong = middle;
			}
		}
		return truncation.apply(fits);
	}

	private static Detail truncated(Detail details, String text, int codePoints) {
		return new Detail(details.title(), text.substring(0, text.offsetByCodePoints(0, codePoints)) + "…");
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
