package io.frontlineservice.twilio.rest;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads a list from Twilio page by page; each page is one call. Called by
 * {@link TwilioConversations}. Thread-safe.
 */
final class Pages {

	/** The page size, which is Twilio's maximum. */
	static final long SIZE = 100;

	/** A longer list is an error of Twilio. */
	private static final int MAX_PAGES = 10_000;

	private final MeteredCalls calls;

	Pages(MeteredCalls calls) {
		this.calls = calls;
	}

	/**
	 * Passes a list to a consumer, page by page, between the calls.
	 * @param retries the retries of each page
	 * @param first requests the first page
	 * @param mapping maps Twilio's resource to a record
	 * @param consumer receives a page; returns whether to read the next one
	 * @throws TwilioUnavailableException if a page cannot be read or the list does not
	 * end; the consumer has received the pages before
	 */
	<R extends Resource, T> void read(Call call, Retries retries, Reader<R> reader,
			Function<TwilioRestClient, Page<R>> first, Function<R, T> mapping, Predicate<List<T>> consumer) {
		Set<String> links = new HashSet<>();
		ParsedPage<R, T> read = page(call, retries, first, mapping);
		while (consumer.test(read.items()) && read.page().hasNextPage()) {
			Page<R> page = read.page();
			if (!links.add(page.getNextPageUrl(Domains.CONVERSATIONS.toString())) || links.size() >= MAX_PAGES) {
				throw new TwilioUnavailableException("Twilio's list does not end", null);
			}
			read = page(call, retries, (client) -> reader.nextPage(page, client), mapping);
		}
	}

	private <R extends Resource, T> ParsedPage<R, T> page(Call call, Retries retries,
			Function<TwilioRestClient, Page<R>> request, Function<R, T> mapping) {
		Supplier<ParsedPage<R, T>> page = () -> this.calls.make(call,
				(client) -> ParsedPage.of(request.apply(client), mapping));
		return retries.of(page);
	}

	/**
	 * A page with its mapped items.
	 *
	 * @param page the page of Twilio's library
	 * @param items the mapped items
	 */
	private record ParsedPage<R extends Resource, T>(Page<R> page, List<T> items) {

		static <R extends Resource, T> ParsedPage<R, T> of(Page<R> page, Function<R, T> mapping) {
			List<T> items = new ArrayList<>();
			page.getRecords().forEach((it) -> items.add(mapping.apply(it)));
			return new ParsedPage<>(page, items);
		}

	}

}
