package io.frontlineservice.template;

import static io.frontlineservice.template.TestContents.approved;
import static io.frontlineservice.template.TestContents.sid;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The copy of the contents at Twilio. */
@ExtendWith(OutputCaptureExtension.class)
class ContentCopyTests {

	private static final Duration INTERVAL = Duration.ofMinutes(10);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private Instant now = Instant.parse("2026-05-06T07:08:09Z");

	private ContentLibrary library = () -> List.of(approved(1, "Hi"));

	@Test
	void lastGoodCopyStaysInUse(CapturedOutput output) {
		try (ContentCopy copy = copy()) {
			assertThat(copy.contents()).isNull();
			assertThat(age()).isNaN();
			assertThat(copy.refresh()).isEqualTo(INTERVAL);
			AccountContents good = copy.contents();

			this.library = () -> {
				throw new ContentUnavailableException("Twilio did not answer in time");
			};
			this.now = this.now.plusSeconds(90);
			assertThat(copy.refresh()).isEqualTo(Duration.ofMinutes(1));
			assertThat(copy.refresh()).isEqualTo(Duration.ofMinutes(1));
			assertThat(copy.contents()).isSameAs(good);
			assertThat(age()).isEqualTo(90);
			assertThat(output.getOut().split("Twilio did not answer in time", -1)).hasSize(2);

			this.library = () -> List.of(approved(2, "Hello"));
			copy.refresh();
			assertThat(copy.contents()).isNotNull()
				.satisfies((it) -> assertThat(it.find(sid(2))).isPresent())
				.satisfies((it) -> assertThat(it.find(sid(1))).isEmpty());
			assertThat(age()).isZero();
		}
	}

	@Test
	void unexpectedExceptionDoesNotEndTheReading(CapturedOutput output) {
		this.library = () -> {
			throw new IllegalStateException("Hello Ann");
		};
		try (ContentCopy copy = copy()) {
			assertThat(copy.refresh()).isEqualTo(Duration.ofMinutes(1));
		}
		assertThat(output).contains("IllegalStateException").doesNotContain("Ann");
	}

	@Test
	void startDoesNotWaitForTwilio() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.library = () -> {
			asked.countDown();
			try {
				answer.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return List.of();
		};
		try (ContentCopy copy = copy()) {
			copy.start();
			assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(copy.contents()).isNull();
		}
	}

	private ContentCopy copy() {
		InstantSource time = () -> this.now;
		return new ContentCopy(() -> this.library.contents(), INTERVAL, time.withZone(ZoneOffset.UTC), this.meters);
	}

	private double age() {
		return this.meters.get("frontline.templates.content.age").gauge().value();
	}

}
