package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmUnavailableException;
import java.util.List;

/**
 * A call of a CRM's API failed. Thrown by {@link CrmApi}; the doctor reads what is wrong
 * from it. Contains no text of the CRM but names of permissions.
 */
public final class CrmErrorException extends CrmUnavailableException {

	private static final long serialVersionUID = 1L;

	private final ErrorClass errorClass;

	private final List<String> missingPermissions;

	CrmErrorException(ErrorClass errorClass, String message) {
		this(errorClass, message, List.of());
	}

	private CrmErrorException(ErrorClass errorClass, String message, List<String> missingPermissions) {
		super(message, null);
		this.errorClass = errorClass;
		this.missingPermissions = List.copyOf(missingPermissions);
	}

	/**
	 * Returns the error for an answer that lacks what its API promises, such as a list
	 * without elements or an object of another type.
	 */
	public static CrmErrorException unreadable() {
		return new CrmErrorException(ErrorClass.UNREADABLE, "The answer of the CRM cannot be read");
	}

	static CrmErrorException of(ErrorClass errorClass, int status, List<String> missingPermissions) {
		String message = switch (errorClass) {
			case NOT_FOUND -> "The CRM does not have what was asked for";
			case CREDENTIALS -> "The CRM does not accept the credentials";
			case PERMISSION -> "The credentials for the CRM lack a permission";
			case RATE_LIMITED -> "The CRM received too many calls";
			case INVALID_REQUEST -> "The CRM does not accept the request";
			case UNAVAILABLE -> "The CRM is not available";
			case UNREADABLE -> "The answer of the CRM cannot be read";
		};
		return new CrmErrorException(errorClass, message + " (status " + status + ")", missingPermissions);
	}

	public ErrorClass errorClass() {
		return this.errorClass;
	}

	@Override
	public String error() {
		return this.errorClass.tag();
	}

	@Override
	public List<String> missingPermissions() {
		return this.missingPermissions;
	}

}
