package io.frontlineservice.work;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says why the store cannot be opened, without a stack trace. Called by Spring Boot.
 */
final class StoreRefusedAnalyzer extends AbstractFailureAnalyzer<StoreRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StoreRefusedException cause) {
		return new FailureAnalysis("The store cannot be opened: " + StoreCheck.URL + " " + cause.getMessage(),
				"Fix " + StoreCheck.URL + " (FRONTLINE_STORE_URL), or what it names. The service keeps there what must "
						+ "not be lost, and does not start without it.",
				cause);
	}

}
