package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.customer.CrmUnavailableException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports results that cannot be right, which are never passed on: each reason at most
 * once a minute. Used by {@link OwnTables}. Thread-safe.
 */
final class QueryTrouble {

	static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

	private static final Logger logger = LoggerFactory.getLogger(QueryTrouble.class);

	private final LongSupplier nanoTime;

	private final ConcurrentMap<String, Long> lastLines = new ConcurrentHashMap<>();

	QueryTrouble(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Logs what is wrong, and returns the exception for the caller.
	 * @param problem what the query did, and how to fix it; contains no data
	 */
	CrmUnavailableException refuse(QueryKind kind, String problem) {
		warn(kind, problem);
		return new CrmUnavailableException("The result of " + kind.setting() + " cannot be used", null);
	}

	/** Logs what is wrong with a result that can still be used. */
	void warn(QueryKind kind, String problem) {
		long now = this.nanoTime.getAsLong();
		String key = kind + problem;
		if (this.lastLines.merge(key, now, (last, it) -> (it - last >= BETWEEN_LINES.toNanos()) ? it : last) == now) {
			logger.warn("{} {}", kind.setting(), problem);
		}
	}

}
