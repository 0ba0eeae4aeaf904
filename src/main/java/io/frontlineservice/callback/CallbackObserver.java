package io.frontlineservice.callback;

import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.KeyedHash;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Measures each callback, and logs a line for each that failed or took long: the
 * callback, the status, the duration, and a keyed hash of the worker's identity. At level
 * {@code debug}, each callback has a line. Called by Spring MVC around the controllers.
 */
final class CallbackObserver implements HandlerInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(CallbackObserver.class);

	private static final int SERVER_ERROR = 500;

	private static final String START = CallbackObserver.class.getName() + ".start";

	/** One for each path, handler and status. */
	private final Map<Kind, Series> series = new ConcurrentHashMap<>();

	private final MeterRegistry meters;

	private final KeyedHash identities;

	private final Duration longTime;

	CallbackObserver(MeterRegistry meters, InstallationKey key) {
		this(meters, key, Duration.ofSeconds(1));
	}

	/**
	 * Creates an observer.
	 * @param longTime callbacks that take so long or longer have a line by default
	 */
	CallbackObserver(MeterRegistry meters, InstallationKey key, Duration longTime) {
		this.meters = meters;
		this.identities = key.current("identity-in-log");
		this.longTime = longTime;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// Only a POST is signed: an attacker could fill the log with other requests.
		if (HttpMethod.POST.matches(request.getMethod())) {
			request.setAttribute(START, System.nanoTime());
		}
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (!(request.getAttribute(START) instanceof Long start)) {
			return;
		}
		Duration taken = Duration.ofNanos(System.nanoTime() - start);
		Kind kind = new Kind(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
				(handler instanceof HandlerMethod method) ? method.getMethod() : null,
				(failure != null) ? Math.max(response.getStatus(), SERVER_ERROR) : response.getStatus());
		Series same = this.series.computeIfAbsent(kind, this::series);
		same.timer().record(taken);
		boolean remarkable = kind.status() >= 400 || taken.compareTo(this.longTime) >= 0;
		if (remarkable ? logger.isInfoEnabled() : logger.isDebugEnabled()) {
			String worker = request.getParameter("Worker");
			logger.atLevel(remarkable ? Level.INFO : Level.DEBUG)
				.log("{} {} answered {} in {} ms, worker {}", kind.callback(), same.location(), kind.status(),
						taken.toMillis(), (worker != null) ? this.identities.shortened(worker) : "-");
		}
	}

	private Series series(Kind kind) {
		String location = location(kind.handler());
		return new Series(location,
				Timer.builder("frontline.callbacks")
					.description("Callbacks answered")
					.tags("callback", kind.callback(), "location", location, "outcome", outcome(kind.status()))
					.register(this.meters));
	}

	/** Returns the Location or event of the handler: never text from the request. */
	private static String location(@Nullable Method handler) {
		PostMapping mapping = (handler != null) ? AnnotatedElementUtils.findMergedAnnotation(handler, PostMapping.class)
				: null;
		if (mapping == null || mapping.params().length == 0) {
			return (mapping == null || mapping.name().isEmpty()) ? "unknown" : mapping.name();
		}
		return mapping.params()[0].substring(mapping.params()[0].indexOf('=') + 1);
	}

	private static String outcome(int status) {
		if (status < 400) {
			return "answered";
		}
		return switch (status) {
			case 403 -> "not_allowed";
			case 404 -> "not_found";
			case 503 -> "unavailable";
			default -> (status < 500) ? "invalid" : "failed";
		};
	}

	/**
	 * What callbacks that are counted together have in common.
	 *
	 * @param path the mapped path: never text from the request
	 * @param handler the method of a controller; null if no method takes the form
	 */
	private record Kind(String path, @Nullable Method handler, int status) {

		String callback() {
			return this.path.substring(this.path.lastIndexOf('/') + 1);
		}

	}

	/**
	 * Where callbacks of a kind are counted.
	 *
	 * @param location the Location or event of the callback
	 */
	private record Series(String location, Timer timer) {
	}

}
