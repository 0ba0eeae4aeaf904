package io.frontlineservice.sandbox.page;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.page.CustomerNumbers.UnusableNumberException;
import io.frontlineservice.sandbox.pretend.phone.AppException;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers an error of a phone with Twilio's error code and what the page needs to explain
 * it, and an invalid request with the reason. Called by Spring MVC, only for the page's
 * controllers.
 */
@RestControllerAdvice(basePackageClasses = PageExceptionHandler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
@OnlyWithPretendTwilio
final class PageExceptionHandler {

	@ExceptionHandler
	ProblemDetail failed(AppException ex) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, ex.getMessage());
		problem.setProperty("code", ex.code());
		if (ex.location() != null) {
			problem.setProperty("location", ex.location());
			problem.setProperty("callbackStatus", ex.callbackStatus());
		}
		return problem;
	}

	@ExceptionHandler
	ProblemDetail refused(RestException ex) {
		return failed(AppException.of(ex));
	}

	@ExceptionHandler
	ProblemDetail invalid(MethodArgumentNotValidException ex) {
		String words = ex.getFieldErrors()
			.stream()
			.map((it) -> it.getField() + " " + it.getDefaultMessage())
			.collect(Collectors.joining(", "));
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, StringUtils.capitalize(words) + ".");
	}

	@ExceptionHandler
	ProblemDetail unusable(UnusableNumberException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unavailable(CrmUnavailableException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"Your CRM did not answer. Try again in a moment.");
	}

}
