package io.frontlineservice.sandbox.crm.pipedrive;

import io.frontlineservice.sandbox.crm.CallWindow;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.time.Duration;

/**
 * What an account may still call: a token budget of a day, and limits for two seconds, of
 * which searches have one of their own. Used by {@link PipedriveCalls}. Thread-safe.
 *
 * @see <a href= "https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting">Rate
 * limiting</a>
 */
final class Allowance {

	/** Of five seats in the cheapest plan. */
	private static final long TOKENS_PER_DAY = 150_000;

	private static final long DAY = Duration.ofDays(1).toNanos();

	private static final int SEARCHES = 10;

	private static final int CALLS = 20;

	private volatile Limit searches = new Limit(SEARCHES);

	private volatile Limit calls = new Limit(CALLS);

	private long start = System.nanoTime();

	private long left = TOKENS_PER_DAY;

	private long used;

	void limits(int searchesPerWindow, int callsPerWindow) {
		this.searches = new Limit(searchesPerWindow);
		this.calls = new Limit(callsPerWindow);
	}

	synchronized void tokensLeft(long tokens) {
		this.left = tokens;
	}

	synchronized long tokensUsed() {
		return this.used;
	}

	/** Takes the tokens of a call, or refuses it. */
	void charge(boolean isSearch, int tokens) {
		if (!(isSearch ? this.searches : this.calls).window.take() || !take(tokens)) {
			throw PipedriveException.limited();
		}
	}

	private synchronized boolean take(int tokens) {
		if (System.nanoTime() - this.start >= DAY) {
			this.start += DAY;
			this.left = TOKENS_PER_DAY;
		}
		if (this.left < tokens) {
			this.left = 0;
			return false;
		}
		this.left -= tokens;
		this.used += tokens;
		return true;
	}

	CrmReply withHeaders(CrmReply reply, boolean isSearch) {
		Limit limit = isSearch ? this.searches : this.calls;
		return reply.with("x-ratelimit-limit", String.valueOf(limit.size))
			.with("x-ratelimit-remaining", String.valueOf(limit.window.left()))
			.with("x-ratelimit-reset", "2")
			.with("x-daily-ratelimit-token-limit", String.valueOf(TOKENS_PER_DAY))
			.with("x-daily-ratelimit-token-remaining", String.valueOf(tokensLeft()));
	}

	private synchronized long tokensLeft() {
		return this.left;
	}

	private static final class Limit {

		private final int size;

		private final CallWindow window;

		private Limit(int size) {
			this.size = size;
			this.window = new CallWindow(size, Duration.ofSeconds(2), System::nanoTime);
		}

	}

}
