package io.frontlineservice.customer;

import org.jspecify.annotations.Nullable;

/**
 * The CRM cannot answer now, or what decides who may see its customers. Thrown by
 * {@link CrmAdapter} and {@link CustomerService}; answered with 503. The message is our
 * own words, never the CRM's.
 */
public class CrmUnavailableException extends RuntimeException {

	public CrmUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
