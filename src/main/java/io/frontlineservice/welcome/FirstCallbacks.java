package io.frontlineservice.welcome;

import io.frontlineservice.twilio.CallbackUrls;
import io.frontlineservice.twilio.ConsoleField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Announces the first callback of each kind, so that an operator sees that a URL in
 * Twilio's console is right. Called by Spring MVC around the controllers, which get only
 * callbacks with a valid signature. Thread-safe.
 */
final class FirstCallbacks implements HandlerInterceptor {

	private final Announcer announcer;

	private volatile Set<ConsoleField> missing = EnumSet.allOf(ConsoleField.class);

	FirstCallbacks(Announcer announcer) {
		this.announcer = announcer;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (this.missing.isEmpty() || !HttpMethod.POST.matches(request.getMethod())
				|| CallbackUrls.isFromDoctor(request.getParameter("Worker"))) {
			return;
		}
		Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		for (ConsoleField field : ConsoleField.values()) {
			if (field.path().equals(path) && isFirst(field)) {
				this.announcer.say("The first " + field.callback()
						+ " has arrived with a valid signature; it was answered with " + response.getStatus() + ".");
			}
		}
	}

	private synchronized boolean isFirst(ConsoleField field) {
		if (!this.missing.contains(field)) {
			return false;
		}
		Set<ConsoleField> others = EnumSet.copyOf(this.missing);
		others.remove(field);
		this.missing = others;
		return true;
	}

}
