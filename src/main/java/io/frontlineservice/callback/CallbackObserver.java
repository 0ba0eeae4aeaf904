package io.frontlineservice.callback;

import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.KeyedHash;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Measures each callback, and logs one line: the callback, the status, the duration, and
 * a keyed hash of the worker's identity. Called by Spring MVC around the controllers.
 */
final class CallbackObserver implements HandlerInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(CallbackObserver.class);

	private static final String START = CallbackObserver.class.getName() + ".start";

	private final MeterRegistry meters;

	private final KeyedHash identities;

	CallbackObserver(MeterRegistry meters, InstallationKey key) {
		this.meters = meters;
		this.identities = key.current("identity-in-log");
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
		String callback = callback(request);
		String location = location(handler);
		Timer.builder("frontline.callbacks")
			.description("Callbacks answered")
			.tags("callback", callback, "location", location, "outcome", outcome(response.getStatus()))
			.register(this.meters)
			.record(taken);
		if (logger.isInfoEnabled()) {
			String worker = request.getParameter("Worker");
			logger.info("{} {} answered {} in {} ms, worker {}", callback, location, response.getStatus(),
					taken.toMillis(), (worker != null) ? this.identities.shortened(worker) : "-");
		}
	}

	/** Returns the last part of the mapped path: never text from the request. */
	private static String callback(HttpServletRequest request) {
		String path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/** Returns the Location or event of the handler: never text from the request. */
	private static String location(Object handler) {
		PostMapping mapping = (handler instanceof HandlerMethod method) ? method.getMethodAnnotation(PostMapping.class)
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

}
