package io.frontlineservice.customer;

/**
 * The rate limit of the CRM is used up: the CRM refused a call, or was not called. This
 * says nothing about whether the CRM works. Thrown by {@link CrmAdapter}.
 */
public class CrmBusyException extends CrmUnavailableException {

	private final boolean wasCalled;

	/** The CRM has refused a call. */
	public CrmBusyException() {
		this(true);
	}

	private CrmBusyException(boolean wasCalled) {
		super("The rate limit of the CRM is used up", null);
		this.wasCalled = wasCalled;
	}

	/** Returns the exception for a call that is not made, because it would be refused. */
	public static CrmBusyException notCalled() {
		return new CrmBusyException(false);
	}

	/** Whether the CRM was called and has refused the call. */
	public boolean wasCalled() {
		return this.wasCalled;
	}

}
