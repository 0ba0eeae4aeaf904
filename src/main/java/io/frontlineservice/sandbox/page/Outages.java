package io.frontlineservice.sandbox.page;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out what a conversation without a worker waits for. Called by
 * {@link RoutingReasonController}. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class Outages {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERROR = 500;

	private final PretendTwilio twilio;

	private final CrmAdapter crm;

	Outages(PretendTwilio twilio, CrmAdapter crm) {
		this.twilio = twilio;
		this.crm = crm;
	}

	/**
	 * Returns the system that does not answer now; null if a worker is in the
	 * conversation, or both systems answer.
	 */
	@Nullable Outage of(String conversationSid) {
		if (!this.twilio.workersOf(conversationSid).isEmpty()) {
			return null;
		}
		if (isTwilioFailing()) {
			return Outage.TWILIO;
		}
		return this.twilio.conversation(conversationSid)
			.addresses()
			.stream()
			.flatMap((it) -> InboundAddresses.read(it).stream())
			.anyMatch(this::isCrmFailing) ? Outage.CRM : null;
	}

	private boolean isTwilioFailing() {
		List<Entry> calls = this.twilio.journal().restCalls();
		int status = calls.isEmpty() ? 200 : calls.get(calls.size() - 1).status();
		return status == 0 || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
	}

	private boolean isCrmFailing(Address customer) {
		try {
			this.crm.byAddress(customer, Deadline.in(TIMEOUT));
			return false;
		}
		catch (CrmUnavailableException ex) {
			return true;
		}
	}

	/** The system that does not answer. Its name is part of the page's API. */
	enum Outage {

		/** The CRM fails or is late. */
		CRM,

		/** Twilio refused the last REST call. */
		TWILIO

	}

}
