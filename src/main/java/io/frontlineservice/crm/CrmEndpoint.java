package io.frontlineservice.crm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/crm} on the management port: which CRM is configured, whether it
 * is called now, when it last answered and how a call last failed. Called by operators.
 */
@Component
@Endpoint(id = "crm")
final class CrmEndpoint {

	private final CrmGuard guard;

	private final String adapter;

	CrmEndpoint(CrmGuard guard, CrmSettings settings) {
		this.guard = guard;
		this.adapter = settings.adapter();
	}

	@ReadOperation
	Answer crm() {
		CallHistory history = this.guard.history();
		Long lastAnswer = history.lastAnswer();
		CrmFailure failure = history.lastFailure();
		return new Answer(this.adapter, this.guard.isReady(), this.guard.isBreakerOpen() ? "open" : "closed",
				(lastAnswer != null) ? history.secondsSince(lastAnswer) : null,
				(failure != null) ? new Failure(history.secondsSince(failure.at()), failure.error(), failure.message(),
						failure.missingPermissions()) : null);
	}

	/** An adapter in memory makes no calls that could be answered or fail. */
	record Answer(String adapter, boolean ready, String breaker, @Nullable Long secondsSinceAnswer,
			@Nullable Failure lastFailure) {
	}

	record Failure(long secondsAgo, String error, String message, List<String> missingPermissions) {
	}

}
