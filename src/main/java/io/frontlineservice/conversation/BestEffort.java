package io.frontlineservice.conversation;

import io.frontlineservice.work.GiveUpException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps of which each is taken, whether or not those before it have failed. Used by
 * {@link SettleConversationJob} and {@link ConversationDescriber}, anew for each run.
 */
final class BestEffort {

	private @Nullable RuntimeException failure;

	void take(Runnable step) {
		take(() -> {
			step.run();
			return true;
		}, false);
	}

	/** What the step gives, or that other thing if it fails. */
	<T> T take(Supplier<T> step, T otherwise) {
		try {
			return step.get();
		}
		catch (RuntimeException ex) {
			// As long as anything may still succeed, it is tried again.
			if (this.failure == null || this.failure instanceof GiveUpException) {
				this.failure = ex;
			}
			return otherwise;
		}
	}

	/** Throws what kept a step from being done. */
	void end() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

}
