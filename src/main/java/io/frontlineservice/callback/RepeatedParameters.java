package io.frontlineservice.callback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a form that has one of our parameters twice, of which nobody could say which is
 * meant. Unknown parameters are Twilio's to repeat. Called by Spring MVC before the
 * controllers.
 */
final class RepeatedParameters implements HandlerInterceptor {

	private static final Set<String> SINGLE = Set.of("Location", "Worker", "CustomerId", "PageSize", "NextPageToken",
			"Anchor", "Query");

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		request.getParameterMap().forEach((name, values) -> {
			if (values.length > 1 && SINGLE.contains(name)) {
				ErrorResponseException error = new ErrorResponseException(HttpStatus.BAD_REQUEST);
				error.setDetail("The parameter " + name + " is in the form more than once.");
				throw error;
			}
		});
		return true;
	}

}
