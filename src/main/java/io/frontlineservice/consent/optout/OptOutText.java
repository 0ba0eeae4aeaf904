package io.frontlineservice.consent.optout;

import io.frontlineservice.address.ChannelType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Says to workers why they may not write to a customer: in the details of the customer,
 * and when a message or a conversation is refused. Thread-safe.
 */
@Component
class OptOutText {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

	private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

	private final Clock clock;

	OptOutText(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Returns a sentence about an opt-out, such as "Opted out on 3 May by STOP (SMS).".
	 */
	String notice(OptOutEvent optOut) {
		String on = on(optOut);
		String channel = channel(optOut);
		return switch (optOut.how()) {
			case KEYWORD -> "Opted out" + on + " by " + optOut.word() + " (" + channel + ").";
			case ERROR_21610 -> "Opted out: Twilio refused a message (" + channel + ")" + on + ".";
			case ERROR_63014 -> "Has blocked or opted out of our messages (" + channel + "), as seen" + on + ".";
			case OPERATOR -> "Opted out" + on + ", entered by an operator.";
			case WROTE_AGAIN -> throw new IllegalArgumentException("A message is not an opt-out");
		};
	}

	/** Returns why workers cannot write to a customer who has opted out. */
	String refusal(OptOutEvent optOut) {
		String wayBack = switch (optOut.how()) {
			case KEYWORD, ERROR_21610 -> "You can write again after they have sent START.";
			case ERROR_63014 -> "You can write again after they have written to you.";
			case OPERATOR, WROTE_AGAIN -> "You can write again after they have opted in.";
		};
		return "Do not write to this customer. " + notice(optOut) + " " + wayBack;
	}

	/** Returns a sentence about the CRM's fields. */
	String notice(ConsentRefusal refusal) {
		return switch (refusal) {
			case OPTED_OUT -> "Opted out, according to the CRM.";
			case NO_CONSENT -> "Has not agreed to messages, according to the CRM.";
		};
	}

	/** Returns why workers cannot write to a customer, because of the CRM's fields. */
	String refusal(ConsentRefusal refusal) {
		return "Do not write to this customer. " + notice(refusal);
	}

	private String on(OptOutEvent optOut) {
		LocalDate day = LocalDate.ofInstant(optOut.at(), this.clock.getZone());
		return " on " + (day.getYear() == Year.now(this.clock).getValue() ? DAY : DAY_AND_YEAR).format(day);
	}

	private static String channel(OptOutEvent optOut) {
		return ChannelType.named(optOut.channel()).map(ChannelType::label).orElse(optOut.channel());
	}

}
