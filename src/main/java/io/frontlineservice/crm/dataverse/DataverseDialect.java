package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiDialect;
import io.frontlineservice.crm.http.ErrorClass;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of Dataverse and of Microsoft Entra mean. An error of Dataverse is an
 * object with a code, which may be empty; one of Entra is a text. Called by
 * {@code CrmApi}. Thread-safe.
 *
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors">Compose
 * HTTP requests and handle errors</a>
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/api-limits">Service
 * protection API limits</a>
 */
final class DataverseDialect implements ApiDialect {

	private static final int NOT_FOUND = 404;

	private static final Pattern PRIVILEGE = Pattern.compile("\\bprv[A-Za-z0-9_]{1,80}");

	@Override
	public @Nullable ErrorClass errorClass(ApiAnswer answer) {
		ErrorClass usual = ErrorClass.ofStatus(answer.status());
		if (usual == ErrorClass.INVALID_REQUEST && answer.body().path("error").isString()) {
			// Of Entra: the app, its secret or the directory is wrong.
			return ErrorClass.CREDENTIALS;
		}
		if (answer.status() == NOT_FOUND) {
			// The table does not exist: customers are asked for by queries. A page of a
			// proxy says nothing.
			return answer.body().path("error").has("code") ? ErrorClass.INVALID_REQUEST : ErrorClass.UNREADABLE;
		}
		return (usual == null && !answer.body().isObject()) ? ErrorClass.UNREADABLE : usual;
	}

	/** A refusal names the privilege, such as prvReadContact. */
	@Override
	public List<String> missingPermissions(ApiAnswer answer) {
		return PRIVILEGE.matcher(answer.body().path("error").path("message").asString(""))
			.results()
			.map(MatchResult::group)
			.distinct()
			.toList();
	}

}
