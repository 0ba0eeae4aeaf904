package io.frontlineservice.customer;

/**
 * The CRM does not let this worker in, or does not let the worker read customers. This
 * says nothing about other workers, or about whether the CRM works. Thrown by
 * {@link CrmAdapter} while it acts as a worker. The message says how to fix it, without
 * the name of the worker.
 */
public class CrmAccessException extends CrmUnavailableException {

	public CrmAccessException(String message) {
		super(message, null);
	}

}
