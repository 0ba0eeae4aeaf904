package io.frontlineservice.customer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Adds a notice to the details of a customer that they are old, because the CRM does not
 * answer now. Called by {@link CustomerService}. Thread-safe.
 */
final class AgeNotice {

	static final String TITLE = "Not current";

	private AgeNotice() {
	}

	/**
	 * Returns what the app shows of the customer, with the notice above all other text,
	 * where a limit of the length does not remove it.
	 */
	static Customer withNotice(CrmCustomer customer, Duration age) {
		Customer card = customer.card();
		return card.withDetails(Detail.withFirst(card.details(), TITLE,
				"This information is " + text(age) + " old, because the CRM does not answer now."));
	}

	private static String text(Duration age) {
		long minutes = Math.max(1, age.toMinutes());
		return (minutes < TimeUnit.HOURS.toMinutes(1)) ? count(minutes, "minute") : count(age.toHours(), "hour");
	}

	private static String count(long count, String unit) {
		return count + " " + unit + ((count == 1) ? "" : "s");
	}

}
