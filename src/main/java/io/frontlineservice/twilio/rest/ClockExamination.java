package io.frontlineservice.twilio.rest;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import io.frontlineservice.http.OutgoingRequest;
import io.frontlineservice.http.RawResponse;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;

/**
 * Compares this machine's clock with Twilio's, by the date header of a response. Twilio
 * sends it without credentials too, so none are sent.
 */
final class ClockExamination implements Examination {

	private static final OutgoingRequest REQUEST = new OutgoingRequest("GET",
			URI.create("https://api.twilio.com/2010-04-01"), Map.of(), null);

	private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

	private static final Duration TOLERANCE = Duration.ofSeconds(30);

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final Clock clock;

	ClockExamination() {
		this(Clock.systemUTC());
	}

	ClockExamination(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Subject subject() {
		return Subject.CLOCK;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		return AccountAccess.examine(environment, (access) -> List.of(compare(access.transport())));
	}

	private Observation compare(TwilioTransport transport) {
		Instant before = this.clock.instant();
		RawResponse response = transport.send(REQUEST);
		Instant after = this.clock.instant();
		try {
			return compare(before, DATE.parse(String.valueOf(response.header(HttpHeaders.DATE)), Instant::from), after);
		}
		catch (DateTimeException ex) {
			return Observation.notExamined("Twilio's response has no date");
		}
	}

	/** Twilio's clock showed that date, plus up to a second, between the two. */
	private static Observation compare(Instant before, Instant date, Instant after) {
		Duration behind = Duration.between(after, date);
		Duration ahead = Duration.between(date.plus(SECOND), before);
		Duration off = (behind.compareTo(ahead) > 0) ? behind : ahead;
		if (off.compareTo(TOLERANCE) <= 0) {
			return Observation.holds("this machine's clock is right");
		}
		return Observation.problem("this machine's clock is " + off.toSeconds() + " seconds "
				+ (off.equals(behind) ? "behind" : "ahead of") + " Twilio's", "synchronize it by NTP");
	}

}
