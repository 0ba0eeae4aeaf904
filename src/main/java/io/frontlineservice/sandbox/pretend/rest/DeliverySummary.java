package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.world.Receipt;
import io.frontlineservice.sandbox.pretend.world.Receipt.Status;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The summary in a message of its delivery: how many of its receivers each status has
 * reached, as {@code none}, {@code some} or {@code all}. Immutable.
 *
 * @param total the number of receivers
 */
record DeliverySummary(int total, String sent, String delivered, String read, String failed, String undelivered) {

	/** Returns the summary of these receipts; null without any. */
	static @Nullable DeliverySummary of(List<Receipt> receipts) {
		return receipts.isEmpty() ? null
				: new DeliverySummary(receipts.size(), amount(receipts, Status.SENT, Status.DELIVERED),
						amount(receipts, Status.DELIVERED), "none", amount(receipts, Status.FAILED), "none");
	}

	private static String amount(List<Receipt> receipts, Status... wanted) {
		long number = receipts.stream().filter((it) -> Set.of(wanted).contains(it.status())).count();
		if (number == 0) {
			return "none";
		}
		return (number == receipts.size()) ? "all" : "some";
	}

}
