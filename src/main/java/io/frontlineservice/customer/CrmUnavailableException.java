package io.frontlineservice.customer;

import org.jspecify.annotations.Nullable;

/**
 * The CRM cannot answer now, or the grants cannot be read. Thrown by {@link CrmAdapter}
 * and {@link CustomerService}; answered with HTTP 503. The message is logged, so it
 * contains no text from the CRM.
 */
public class CrmUnavailableException extends RuntimeException {

	public CrmUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
