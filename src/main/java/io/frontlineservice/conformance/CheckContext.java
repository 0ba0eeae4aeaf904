package io.frontlineservice.conformance;

import org.jspecify.annotations.Nullable;

/**
 * What checks are made with: the server, and the customers that it listed first. Created
 * for each {@link ConformanceRun}. Not thread-safe.
 */
final class CheckContext {

	private final CheckedServer server;

	private @Nullable Sample sample;

	CheckContext(CheckedServer server) {
		this.server = server;
	}

	CheckedServer server() {
		return this.server;
	}

	/** Returns the first customers of the list, which are read once. */
	Sample sample() {
		if (this.sample == null) {
			this.sample = Sample.read(this.server);
		}
		return this.sample;
	}

	/** Returns the first page of that list. */
	CheckedPage page(ListQuery query) {
		return CheckedPage.of(this.server.get(query.toUrl()));
	}

	/** Returns the pages of that list. */
	Walk walk(ListQuery query) {
		return Walk.of(this.server, query, Sample.MOST);
	}

}
