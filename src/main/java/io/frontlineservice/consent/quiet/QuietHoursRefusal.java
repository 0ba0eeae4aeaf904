package io.frontlineservice.consent.quiet;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a conversation may not begin now. Made by {@link QuietHours}. Immutable.
 *
 * @param now the customer's local time
 * @param certain whether it is the local time in all places where the customer may be
 * @param from the first time at which the conversation may begin; null if there is none
 * in the next two weeks
 */
record QuietHoursRefusal(ZonedDateTime now, boolean certain, @Nullable ZonedDateTime from) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("H:mm 'on' EEEE", Locale.ENGLISH);

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("H:mm 'on' EEEE, d MMMM", Locale.ENGLISH);

	/** The name of a day means the next one. */
	private static final Duration WEEK = Duration.ofDays(6);

	/** Returns the sentences for the worker. */
	String text() {
		String time = TIME.format(this.now);
		String reason = this.certain ? "It is " + time + " for this customer."
				: "It may be " + time + " for this customer, whose time zone is not known exactly.";
		if (this.from == null) {
			return reason + " The quiet hours leave no time at which a conversation with this customer can begin.";
		}
		boolean isSoon = Duration.between(this.now, this.from).compareTo(WEEK) < 0;
		return reason + " Messages that begin a conversation can be sent from "
				+ (isSoon ? DAY : DATE).format(this.from) + (this.certain ? " (their time)." : " (that time).");
	}

}
