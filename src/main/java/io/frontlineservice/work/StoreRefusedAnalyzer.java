package io.frontlineservice.work;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains why the store cannot be opened, without a stack trace. Called by Spring Boot.
 */
final class StoreRefusedAnalyzer extends AbstractFailureAnalyzer<StoreRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StoreRefusedException cause) {
		return new FailureAnalysis("The store cannot be opened: " + StoreCheck.URL + " " + cause.getMessage(),
				"Fix " + StoreCheck.URL
						+ " (FRONTLINE_STORE_URL), or the store that it names. Accepted events are kept "
						+ "there, so the service does not start without it.",
				cause);
	}

}
