package io.frontlineservice.crm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.frontlineservice.crm.CrmQuestion.ByAddress;
import io.frontlineservice.crm.CrmQuestion.Listed;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the CRM in memory, up to a number of bytes. An answer is fresh for a
 * while. After that it is stale, for use only if the CRM does not answer; and its
 * customers lose the owners that they do not have in a newer answer. Called by
 * {@link CachedCalls}. Thread-safe.
 */
final class AnswerCache {

	/**
	 * Short, so that a customer who has just been created, or the first customer of a
	 * worker, does not stay missing.
	 */
	static final Duration EMPTY_FRESH_FOR = Duration.ofSeconds(5);

	/** The owners of customers get an eighth of the memory. */
	private static final int PARTS = 8;

	private final Duration freshFor;

	private final Duration staleFor;

	private final LongSupplier nanoTime;

	private final Cache<CrmQuestion, CachedAnswer> answers;

	private final KnownOwners owners;

	AnswerCache(CrmCacheSettings settings, LongSupplier nanoTime) {
		this.freshFor = settings.freshFor();
		this.staleFor = settings.staleFor();
		this.nanoTime = nanoTime;
		long part = settings.size().toBytes() / PARTS;
		this.answers = bounded((PARTS - 1) * part).weigher(MemoryUse::ofAnswer)
			.expireAfter(Expiry.writing(this::keptFor))
			.build();
		this.owners = new KnownOwners(bounded(part).expireAfterWrite(later(this.freshFor, this.staleFor)));
	}

	/** Removes expired entries on time, even if the cache is not used any more. */
	private Caffeine<Object, Object> bounded(long bytes) {
		return Caffeine.newBuilder()
			.maximumWeight(bytes)
			.ticker(this.nanoTime::getAsLong)
			.scheduler(Scheduler.systemScheduler())
			.executor(Runnable::run);
	}

	/** Keeps an answer, unless a newer one to the same question is kept already. */
	void put(CrmQuestion question, CachedAnswer answer) {
		this.owners.learn(question, answer);
		this.answers.asMap().merge(question, answer, CachedAnswer::newer);
	}

	/** Removes the answers that one worker has got; null is no worker. */
	void forget(@Nullable WorkerIdentity asker) {
		if (asker != null) {
			this.answers.asMap().keySet().removeIf((question) -> asker.equals(question.asker()));
		}
	}

	/** Returns the answer to use instead of a call. */
	Optional<CrmPage> fresh(CrmQuestion question) {
		return Optional.ofNullable(this.answers.getIfPresent(question))
			.filter((answer) -> isYounger(answer, freshFor(answer)))
			.map(CachedAnswer::page);
	}

	/**
	 * Returns the answer to use if the call fails. It always has a customer for those who
	 * ask, because an outage must not look as if there were none.
	 */
	Optional<CrmPage> stale(CrmQuestion question) {
		return Optional.ofNullable(this.answers.getIfPresent(question))
			.filter((answer) -> isUsableWhenStale(question, answer) && isYounger(answer, this.staleFor))
			.map((answer) -> stalePage(question, answer))
			.filter((page) -> page.customers()
				.stream()
				.anyMatch((customer) -> !(question instanceof Listed list) || list.audience().maySee(customer)));
	}

	/**
	 * A stale look-up by address is not used: it decides which customer a conversation is
	 * with, and the conversation lets its worker see that customer after the outage too.
	 */
	private static boolean isUsableWhenStale(CrmQuestion question, CachedAnswer answer) {
		return !answer.isEmpty() && !(question instanceof ByAddress);
	}

	private Duration freshFor(CachedAnswer answer) {
		return (answer.isEmpty() && this.freshFor.compareTo(EMPTY_FRESH_FOR) > 0) ? EMPTY_FRESH_FOR : this.freshFor;
	}

	private Duration keptFor(CrmQuestion question, CachedAnswer answer) {
		Duration freshFor = freshFor(answer);
		return isUsableWhenStale(question, answer) ? later(freshFor, this.staleFor) : freshFor;
	}

	private CrmPage stalePage(CrmQuestion question, CachedAnswer answer) {
		Duration age = age(answer);
		List<CrmCustomer> customers = answer.page()
			.customers()
			.stream()
			.flatMap((customer) -> this.owners.restricted(customer, question, answer.askedAt()).stream())
			.map((customer) -> customer.ofAge(age))
			.toList();
		return new CrmPage(customers, answer.page().next());
	}

	private boolean isYounger(CachedAnswer answer, Duration time) {
		return age(answer).compareTo(time) < 0;
	}

	private Duration age(CachedAnswer answer) {
		return Duration.ofNanos(this.nanoTime.getAsLong() - answer.askedAt());
	}

	private static Duration later(Duration one, Duration other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

	/** Returns the memory that is in use, in bytes. */
	long bytes() {
		return weight(this.answers) + this.owners.bytes();
	}

	static long weight(Cache<?, ?> cache) {
		cache.cleanUp();
		return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
	}

}
