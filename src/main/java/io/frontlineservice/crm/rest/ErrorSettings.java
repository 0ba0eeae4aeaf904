package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.ErrorClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the errors of the API mean, where it is not what HTTP says. Part of
 * {@link RestSettings}. Each error is a status, a code, or both with a blank between
 * them.
 *
 * @param code the JSON Pointer to the code of an error
 * @param notFound the customer does not exist
 * @param credentials the credentials are wrong or have expired
 * @param permission the credentials do not permit this
 * @param rateLimited too many calls
 * @param invalidRequest the request is wrong
 * @param unavailable the API is down
 */
record ErrorSettings(@Nullable String code, @DefaultValue List<String> notFound, @DefaultValue List<String> credentials,
		@DefaultValue List<String> permission, @DefaultValue List<String> rateLimited,
		@DefaultValue List<String> invalidRequest, @DefaultValue List<String> unavailable) {

	Map<ErrorClass, List<String>> byClass() {
		Map<ErrorClass, List<String>> errors = new EnumMap<>(ErrorClass.class);
		errors.put(ErrorClass.NOT_FOUND, this.notFound);
		errors.put(ErrorClass.CREDENTIALS, this.credentials);
		errors.put(ErrorClass.PERMISSION, this.permission);
		errors.put(ErrorClass.RATE_LIMITED, this.rateLimited);
		errors.put(ErrorClass.INVALID_REQUEST, this.invalidRequest);
		errors.put(ErrorClass.UNAVAILABLE, this.unavailable);
		return errors;
	}

	/** Returns the same errors with the code at another place. */
	ErrorSettings withCode(String pointer) {
		return new ErrorSettings(pointer, this.notFound, this.credentials, this.permission, this.rateLimited,
				this.invalidRequest, this.unavailable);
	}

}
