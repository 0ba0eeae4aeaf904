package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.frontlineservice.SignedRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;

/** The log messages and metrics of refusals. */
class RefusalReporterTests {

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalReporter.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final AtomicLong nanoTime = new AtomicLong();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.addAppender(this.log);
		this.logger.setAdditive(false);
	}

	@AfterEach
	void stopListening() {
		this.logger.setAdditive(true);
		this.logger.detachAppender(this.log);
	}

	@ParameterizedTest
	@EnumSource
	void eachReasonIsExplainedAndCounted(Refusal refusal) {
		new RefusalReporter(this.meters, this.nanoTime::get).report(refusal);

		assertThat(this.log.list).singleElement().satisfies((line) -> {
			assertThat(line.getLevel()).isEqualTo(Level.WARN);
			assertThat(line.getFormattedMessage()).contains("(" + refusal.name().toLowerCase(Locale.ROOT) + ")",
					refusal.explanation());
			assertThat(line.getThrowableProxy()).isNull();
		});
		assertThat(count(refusal)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1_000_000_000_000L, -1, Long.MAX_VALUE - 1000, Long.MIN_VALUE })
	void oneReasonIsLoggedOnceAMinute(long start) {
		this.nanoTime.set(start);
		RefusalReporter reporter = new RefusalReporter(this.meters, this.nanoTime::get);

		for (int i = 0; i < 100; i++) {
			reporter.report(Refusal.SIGNATURE_MISMATCH);
		}
		this.nanoTime.set(start + MINUTE - 1);
		reporter.report(Refusal.SIGNATURE_MISMATCH);
		assertThat(this.log.list).hasSize(1);
		this.nanoTime.set(start + MINUTE);
		reporter.report(Refusal.SIGNATURE_MISMATCH);
		assertThat(this.log.list).hasSize(2);
		this.nanoTime.set(start + MINUTE * 2 - 1);
		reporter.report(Refusal.SIGNATURE_MISMATCH);
		assertThat(this.log.list).hasSize(2);
		assertThat(count(Refusal.SIGNATURE_MISMATCH)).isEqualTo(103);
	}

	@Test
	void eachReasonHasItsOwnMinute() {
		RefusalReporter reporter = new RefusalReporter(this.meters, this.nanoTime::get);

		for (int i = 0; i < 3; i++) {
			List.of(Refusal.values()).forEach(reporter::report);
		}

		assertThat(this.log.list).hasSize(Refusal.values().length);
	}

	@Test
	void countersExistBeforeTheFirstRefusal() {
		RefusalReporter reporter = new RefusalReporter(this.meters, this.nanoTime::get);

		assertThat(reporter).isNotNull();
		assertThat(Refusal.values()).allSatisfy((refusal) -> assertThat(count(refusal)).isZero());
	}

	@Test
	void logAndMetricsContainNothingOfTheRequest() {
		FilterRun filter = new FilterRun();
		SignedRequest mismatch = SignedRequest.to("https://unheard.example/unheard")
			.signedBy("f".repeat(32))
			.with("Worker", "grace@unheard.example")
			.with("Query", "unheard");
		SignedRequest otherHost = SignedRequest.to("https://unheard.example/twilio/callbacks/crm")
			.with("Worker", "grace@unheard.example");
		SignedRequest otherAccount = FilterRun.form().with("AccountSid", "AC" + "1".repeat(32)).with("X", "unheard");

		for (SignedRequest form : List.of(mismatch, otherHost, otherAccount)) {
			MockHttpServletRequest request = FilterRun.request(form);
			request.addHeader("Host", "unheard.example");
			request.addHeader("X-Forwarded-Host", "unheard.example\n(forged) line");
			filter.of(request);
		}

		assertThat(this.log.list).hasSize(3);
		assertThat(this.log.list).extracting(ILoggingEvent::getFormattedMessage)
			.noneMatch((line) -> line.contains("unheard") || line.contains("\n") || line.contains("AC1")
					|| line.contains("fis.example.com") || line.contains(SignedRequest.TOKEN)
					|| line.contains(mismatch.signature()) || line.contains(otherHost.signature()));
		assertThat(filter.meters.getMeters()).hasSize(Refusal.values().length);
	}

	@Test
	void logNamesTheSharedKeyAndNothingElseOfItsHeader() {
		FilterRun filter = new FilterRun(FilterRun.PUBLIC_URL, false, Map.of("K1", "unheard-secret"));
		for (String settings : List.of("key=KNew,algorithm=HMAC_SHA256", "key=K1,algorithm=HMAC_SHA256",
				"key=K1,algorithm=unheard", "key=un heard,algorithm=HMAC_SHA256", "key=unheard,key=unheard")) {
			MockHttpServletRequest request = FilterRun.unsigned(FilterRun.form());
			request.addHeader("X-Twilio-Signature", "A".repeat(43) + "=");
			request.addHeader("X-Twilio-Webhooks-Signature-Settings", settings);
			filter.of(request);
		}

		assertThat(this.log.list).extracting(ILoggingEvent::getFormattedMessage)
			.noneMatch((line) -> line.contains("unheard"))
			.satisfiesExactly(
					(line) -> assertThat(line).contains("(unknown_webhook_key)", "frontline.twilio.webhook-keys",
							"The key is KNew."),
					(line) -> assertThat(line).contains("(webhook_key_mismatch)", "The key is K1."),
					(line) -> assertThat(line).contains("(other_signature_algorithm)", "The key is K1."),
					(line) -> assertThat(line).contains("(malformed_signature_settings)"),
					(line) -> assertThat(line).contains("(repeated_signature_settings)"));
	}

	private double count(Refusal refusal) {
		return this.meters.get("frontline.callbacks.refused").tag("reason", refusal.tag()).counter().count();
	}

}
