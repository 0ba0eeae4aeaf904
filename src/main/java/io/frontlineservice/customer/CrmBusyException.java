package io.frontlineservice.customer;

/**
 * The rate limit of the CRM is used up: the CRM refused a call, or was not called. This
 * says nothing about whether the CRM works. Thrown by {@link CrmAdapter}.
 */
public class CrmBusyException extends CrmUnavailableException {

	private final boolean wasCalled;

	/** The CRM has refused a call. */
	public CrmBusyException() {
		this("The rate limit of the CRM is used up", true);
	}

	private CrmBusyException(String message, boolean wasCalled) {
		super(message, null);
		this.wasCalled = wasCalled;
	}

	/** Returns the exception for a call that is not made, because it would be refused. */
	public static CrmBusyException notCalled() {
		return new CrmBusyException("The CRM is not called, because its rate limit is used up", false);
	}

	/** Whether the CRM was called and has refused the call. */
	public boolean wasCalled() {
		return this.wasCalled;
	}

}
