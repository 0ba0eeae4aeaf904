package io.frontlineservice.callback;

import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerIdentity;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code GetTemplatesByCustomerId}. It also has the conversation's SID, which
 * nothing depends on.
 *
 * @param worker the identity of the app user
 * @param customerId the id of the customer; missing or empty where the conversation is
 * with nobody the app knows
 */
record TemplatesForm(@BindParam("Worker") @RequiredText String worker,
		@BindParam("CustomerId") @Nullable @Size(max = RequiredText.LONGEST,
				message = RequiredText.TOO_LONG) String customerId) {

	WorkerIdentity identity() {
		return WorkerIdentity.of(this.worker);
	}

	/** Returns the customer; null if there is none yet. */
	@Nullable CustomerId id() {
		return (this.customerId != null && !this.customerId.isBlank()) ? new CustomerId(this.customerId) : null;
	}

}
