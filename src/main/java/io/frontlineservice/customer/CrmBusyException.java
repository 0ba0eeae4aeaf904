package io.frontlineservice.customer;

/**
 * The rate limit of the CRM is used up, so it was not asked or did not answer. This says
 * nothing about whether the CRM works. Thrown by {@link CrmAdapter}.
 */
public class CrmBusyException extends CrmUnavailableException {

	public CrmBusyException() {
		super("The rate limit of the CRM is used up", null);
	}

}
