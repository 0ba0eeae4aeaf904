package io.frontlineservice.callback;

import io.frontlineservice.conversation.outgoing.ConversationRefusedException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerNotFoundException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns exceptions into a {@link ProblemDetail} with a fixed text, because the message of
 * an exception may contain personal data. Called by Spring MVC and by the signature
 * filter.
 */
@RestControllerAdvice
final class CallbackExceptionHandler extends ResponseEntityExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(CallbackExceptionHandler.class);

	@ExceptionHandler
	ProblemDetail notFound(CustomerNotFoundException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "This worker has no such customer.");
	}

	@ExceptionHandler
	ProblemDetail refused(ConversationRefusedException ex) {
		logger.warn("A conversation was refused: {}", ex.getMessage());
		return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unavailable(CrmUnavailableException ex) {
		logger.warn("A callback was answered with 503: {}", ex.getMessage());
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The customers cannot be looked up right now. Please try again in a moment.");
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ProblemDetail notStored(RuntimeException ex) {
		logger.error("A callback was answered with 503: the store failed with {}", ex.getClass().getName());
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The store of this service does not answer. Please try again in a moment.");
	}

	/** Thrown for the malformed query of a request that is not a signed POST. */
	@ExceptionHandler
	ProblemDetail unreadable(InvalidParameterException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The query of the URL cannot be read.");
	}

	@ExceptionHandler
	ProblemDetail failed(Exception ex) {
		Throwable withoutText = new RuntimeException(ex.getClass().getName());
		withoutText.setStackTrace(ex.getStackTrace());
		logger.error("A callback failed", withoutText);
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"Something went wrong in this service; its log says what, under the X-Request-Id of this answer.");
	}

}
