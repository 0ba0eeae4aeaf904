package io.frontlineservice.conversation;

import io.frontlineservice.work.GiveUpException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs several steps, each whether or not an earlier one has failed. Created by
 * {@link SettleConversationJob} and {@link ConversationDescriber} for each run. Not
 * thread-safe.
 */
final class BestEffort {

	private @Nullable RuntimeException failure;

	void run(Runnable step) {
		run(() -> {
			step.run();
			return true;
		}, false);
	}

	/** Returns the result of the step, or the fallback if the step fails. */
	<T> T run(Supplier<T> step, T fallback) {
		try {
			return step.get();
		}
		catch (RuntimeException ex) {
			// A failure that a retry may fix wins over a final one.
			if (this.failure == null || this.failure instanceof GiveUpException) {
				this.failure = ex;
			}
			return fallback;
		}
	}

	/** Throws the failure of a step, if there was one. */
	void end() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

}
