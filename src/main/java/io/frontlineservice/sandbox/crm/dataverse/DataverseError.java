package io.frontlineservice.sandbox.crm.dataverse;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.Map;

/**
 * An error of the Web API. Answered by {@link PretendDataverse}. The forms are
 * documented; some codes and texts are made up.
 */
final class DataverseError extends RuntimeException {

	private final int status;

	private final String code;

	private DataverseError(int status, String code, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	static DataverseError unauthorized() {
		return new DataverseError(401, "", "HTTP Error 401 - Unauthorized: Access is denied");
	}

	static DataverseError missingPrivilege(String privilege) {
		return new DataverseError(403, "0x80040220",
				"Principal user (Id=0c1b2a3d-0000-0000-0000-000000000001, type=8) is missing " + privilege
						+ " privilege");
	}

	static DataverseError noMember() {
		return new DataverseError(403, "0x80072560", "The user is not a member of the organization.");
	}

	static DataverseError noResource(String name) {
		return new DataverseError(404, "0x8006088a", "Resource not found for the segment '" + name + "'.");
	}

	static DataverseError noProperty(String name, String table) {
		return new DataverseError(400, "0x80060888",
				"Could not find a property named '" + name + "' on type 'Microsoft.Dynamics.CRM." + table + "'.");
	}

	static DataverseError badQuery(String message) {
		return new DataverseError(400, "0x80060888", message);
	}

	static DataverseError uriTooLong() {
		return new DataverseError(414, "", "The request URI is too long.");
	}

	static DataverseError tooManyRequests() {
		return new DataverseError(429, "0x80072322",
				"Number of requests exceeded the limit of 6000 over time window of 300 seconds.");
	}

	CrmReply reply() {
		return CrmReply.json(this.status,
				Map.of("error", Map.of("code", this.code, "message", String.valueOf(getMessage()))));
	}

}
