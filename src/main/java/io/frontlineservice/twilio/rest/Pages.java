package io.frontlineservice.twilio.rest;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a list of Twilio's page by page, each page a call of its own. Called by
 * {@link TwilioConversations}. Thread-safe.
 */
final class Pages {

	/** What to ask for at once: the most that Twilio gives. */
	static final long SIZE = 100;

	/** After so many, a list is taken for one without end. */
	static final int MOST = 100;

	private final Calls calls;

	Pages(Calls calls) {
		this.calls = calls;
	}

	/**
	 * Hands over everything in the list. The consumer is called between two calls.
	 * @param first asks for the first page
	 * @param mapping makes ours of Twilio's
	 * @return whether that was the whole list
	 */
	<R extends Resource, T> boolean read(Call call, Reader<R> reader, Function<TwilioRestClient, Page<R>> first,
			Function<R, T> mapping, Consumer<T> consumer) {
		Read<R, T> read = this.calls.make(call, (client) -> Read.of(first.apply(client), mapping));
		for (int count = 1; count <= MOST; count++) {
			read.items().forEach(consumer);
			Page<R> page = read.page();
			if (!page.hasNextPage()) {
				return true;
			}
			if (count < MOST) {
				read = this.calls.make(call, (client) -> Read.of(reader.nextPage(page, client), mapping));
			}
		}
		return false;
	}

	/**
	 * A page that was understood.
	 *
	 * @param page the page
	 * @param items what is on it
	 */
	private record Read<R extends Resource, T>(Page<R> page, List<T> items) {

		static <R extends Resource, T> Read<R, T> of(Page<R> page, Function<R, T> mapping) {
			List<T> items = new ArrayList<>();
			page.getRecords().forEach((it) -> items.add(mapping.apply(it)));
			return new Read<>(page, items);
		}

	}

}
