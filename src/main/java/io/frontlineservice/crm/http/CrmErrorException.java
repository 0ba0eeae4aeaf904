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

	private final boolean grantRefused;

	CrmErrorException(ErrorClass errorClass, String message) {
		this(errorClass, message, List.of(), false);
	}

	private CrmErrorException(ErrorClass errorClass, String message, List<String> missingPermissions,
			boolean grantRefused) {
		super(message, null);
		this.errorClass = errorClass;
		this.missingPermissions = List.copyOf(missingPermissions);
		this.grantRefused = grantRefused;
	}

	/**
	 * Returns the error for an answer that lacks what its API promises, such as a list
	 * without elements or an object of another type.
	 */
	public static CrmErrorException unreadable() {
		return new CrmErrorException(ErrorClass.UNREADABLE, "The answer of the CRM cannot be read");
	}

	/** Returns the error of an answer, in which the CRM may name missing permissions. */
	static CrmErrorException of(ErrorClass errorClass, ApiAnswer answer, List<String> missingPermissions) {
		String message = switch (errorClass) {
			case NOT_FOUND -> "The CRM does not have what was asked for";
			case CREDENTIALS -> "The CRM does not accept the credentials";
			case PERMISSION -> "The credentials for the CRM lack a permission";
			case RATE_LIMITED -> "The CRM received too many calls";
			case INVALID_REQUEST -> "The CRM does not accept the request";
			case UNAVAILABLE -> "The CRM is not available";
			case UNREADABLE -> "The answer of the CRM cannot be read";
		};
		return new CrmErrorException(errorClass, message + " (status " + answer.status() + ")", missingPermissions,
				answer.body().path("error").asString("").equals("invalid_grant"));
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

	/**
	 * Returns whether a token endpoint refused what it was asked by, such as a refresh
	 * token, and not the client: the error {@code invalid_grant} of OAuth 2.
	 */
	public boolean isGrantRefused() {
		return this.grantRefused;
	}

}
