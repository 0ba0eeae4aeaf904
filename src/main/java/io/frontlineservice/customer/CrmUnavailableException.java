package io.frontlineservice.customer;

import java.util.List;
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

	/**
	 * Returns a word for what is wrong, such as {@code credentials}, for operators; null
	 * if the adapter does not know.
	 */
	public @Nullable String error() {
		return null;
	}

	/**
	 * Returns the names of the permissions that the credentials lack, if the CRM says so.
	 */
	public List<String> missingPermissions() {
		return List.of();
	}

}
