package io.frontlineservice.consent.quiet;

import io.frontlineservice.consent.quiet.SendingWindows.LocalWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a conversation may begin with a customer now, by the customer's local
 * time only. Asked by {@link QuietHoursRule} and {@link QuietHoursMessageRule}.
 * Thread-safe.
 */
final class QuietHours {

	/** A time that is later than this is not looked for. */
	private static final Duration HORIZON = Duration.ofDays(15);

	private final SendingWindows windows;

	QuietHours(SendingWindows windows) {
		this.windows = windows;
	}

	/**
	 * Returns why a conversation may not begin now; empty if it may, or if nothing is
	 * known of the place.
	 */
	Optional<QuietHoursRefusal> refusal(CustomerPlace place, Instant now) {
		List<LocalWindow> all = this.windows.at(place);
		return all.stream().filter((it) -> !isOpen(it, now)).findFirst().map((closed) -> {
			boolean certain = all.stream()
				.allMatch((it) -> it.zone().getRules().getOffset(now).equals(closed.zone().getRules().getOffset(now)));
			@Nullable Instant from = firstOpen(all, now).orElse(null);
			return new QuietHoursRefusal(now.atZone(closed.zone()), certain,
					(from != null) ? from.atZone(closed.zone()) : null);
		});
	}

	private static boolean isOpen(LocalWindow window, Instant time) {
		return window.window().firstOpen(time, window.zone()).filter(time::equals).isPresent();
	}

	/** Returns the first moment from then on at which all windows are open. */
	private static Optional<Instant> firstOpen(List<LocalWindow> windows, Instant from) {
		Instant end = from.plus(HORIZON);
		Instant time = from;
		while (time.isBefore(end)) {
			Instant tried = time;
			List<Instant> openings = windows.stream()
				.flatMap((it) -> it.window().firstOpen(tried, it.zone()).stream())
				.toList();
			if (openings.size() < windows.size()) {
				return Optional.empty();
			}
			time = openings.stream().max(Comparator.naturalOrder()).orElse(tried);
			if (time.equals(tried)) {
				return Optional.of(time);
			}
		}
		return Optional.empty();
	}

}
