package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The level of a callback's line in the log, and its metric. */
class CallbackObserverTests {

	private static final Duration NEVER = Duration.ofDays(1);

	private static final Duration ALWAYS = Duration.ZERO;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Logger logger = (Logger) LoggerFactory.getLogger(CallbackObserver.class);

	private final @Nullable Level before = this.logger.getLevel();

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.DEBUG);
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(this.before);
	}

	@Test
	void callbackThatIsAnsweredSoonHasLineAtDebugOnly() {
		observe(200, null, NEVER);
		assertThat(levels()).containsExactly(Level.DEBUG);
		assertThat(count("answered")).isEqualTo(1);
	}

	@Test
	void callbackThatTakesLongHasLine() {
		observe(200, null, ALWAYS);
		assertThat(levels()).containsExactly(Level.INFO);
	}

	@Test
	void callbackThatFailsHasLine() {
		observe(404, null, NEVER);
		observe(503, null, NEVER);
		assertThat(levels()).containsExactly(Level.INFO, Level.INFO);
	}

	/** As after a failure while the answer is written. */
	@Test
	void callbackWithExceptionHasFailed() {
		observe(200, new IllegalStateException("Connection reset"), NEVER);
		assertThat(levels()).containsExactly(Level.INFO);
		assertThat(count("failed")).isEqualTo(1);
	}

	private void observe(int status, @Nullable Exception failure, Duration longTime) {
		CallbackObserver observer = new CallbackObserver(this.meters, new InstallationKey(List.of(Secret.of("secret"))),
				longTime);
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/callbacks/crm");
		MockHttpServletResponse response = new MockHttpServletResponse();
		response.setStatus(status);
		observer.preHandle(request, response, this);
		observer.afterCompletion(request, response, this, failure);
	}

	private List<Level> levels() {
		return this.lines.list.stream().map(ILoggingEvent::getLevel).toList();
	}

	private long count(String outcome) {
		return this.meters.get("frontline.callbacks").tag("outcome", outcome).timer().count();
	}

}
