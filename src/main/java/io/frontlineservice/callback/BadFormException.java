package io.frontlineservice.callback;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * A parameter of a form is missing, invalid, repeated or ambiguous. Thrown by
 * {@link FormBinding}; answered with 400.
 */
final class BadFormException extends ErrorResponseException {

	BadFormException(String parameter, String problem) {
		super(HttpStatus.BAD_REQUEST);
		setDetail("The parameter " + parameter + " " + problem);
	}

}
