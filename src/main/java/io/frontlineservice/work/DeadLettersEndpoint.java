package io.frontlineservice.work;

import io.frontlineservice.work.DeadLetters.DeadLetter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code /actuator/deadLetters} on the management port: {@code GET} lists the jobs that
 * were given up, {@code POST /actuator/deadLetters/{job}/{subject}} retries one,
 * {@code POST /actuator/deadLetters} retries all, and {@code DELETE} drops one. Called by
 * operators.
 */
@Component
@Endpoint(id = "deadLetters")
final class DeadLettersEndpoint {

	private final DeadLetters letters;

	private final WorkQueue queue;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DeadLettersEndpoint(DeadLetters letters, WorkQueue queue, @WorkStore TransactionTemplate transaction,
			@WorkStore Clock storeClock) {
		this.letters = letters;
		this.queue = queue;
		this.transaction = transaction;
		this.clock = storeClock;
	}

	@ReadOperation
	DeadLettersDescriptor list() {
		return new DeadLettersDescriptor(
				"These jobs were given up. Fix the reason, then POST to /actuator/deadLetters to retry all of them, "
						+ "or to /actuator/deadLetters/{job}/{subject} to retry one.",
				this.letters.count(), this.letters.diedBefore(this.clock.instant()));
	}

	@WriteOperation
	Retried retryAll() {
		// A job that is given up again meanwhile is not retried forever.
		Instant start = this.clock.instant();
		int retried = 0;
		List<DeadLetter> letters = this.letters.diedBefore(start);
		while (!letters.isEmpty()) {
			letters.forEach((letter) -> retry(letter.job(), letter.subject()));
			retried += letters.size();
			letters = this.letters.diedBefore(start);
		}
		return new Retried(retried);
	}

	@WriteOperation
	Retried retry(@Selector String job, @Selector String subject) {
		Boolean found = this.transaction.execute((status) -> {
			boolean removed = this.letters.remove(job, subject);
			if (removed) {
				this.queue.request(job, subject);
			}
			return removed;
		});
		return new Retried(Boolean.TRUE.equals(found) ? 1 : 0);
	}

	@DeleteOperation
	void drop(@Selector String job, @Selector String subject) {
		this.letters.remove(job, subject);
	}

	record DeadLettersDescriptor(String hint, long count, List<DeadLetter> deadLetters) {
	}

	record Retried(int retried) {
	}

}
