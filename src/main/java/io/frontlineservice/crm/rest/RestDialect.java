package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiDialect;
import io.frontlineservice.crm.http.ErrorClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * What the answers of the API mean: what the settings say, and otherwise what HTTP says.
 * Called by {@code CrmApi}. Thread-safe.
 */
final class RestDialect implements ApiDialect {

	/** What token endpoints answer to credentials that they do not accept. */
	private static final Set<String> REFUSALS = Set.of("invalid_client", "invalid_grant", "unauthorized_client",
			"invalid_scope");

	/** By the status, the code, or both. */
	private final Map<String, ErrorClass> errors = new HashMap<>();

	private final JsonPointer code;

	private final boolean needsCode;

	/**
	 * Creates the dialect.
	 * @param needsCode whether an API without a code in its error did not answer: a proxy
	 * must not say that a customer does not exist
	 */
	RestDialect(ErrorSettings settings, boolean needsCode) {
		settings.byClass().forEach((error, all) -> all.forEach((it) -> this.errors.put(it.strip(), error)));
		this.code = JsonPointer.compile(Objects.requireNonNullElse(settings.code(), ""));
		this.needsCode = needsCode;
	}

	@Override
	public @Nullable ErrorClass errorClass(ApiAnswer answer) {
		String status = String.valueOf(answer.status());
		String found = answer.body().at(this.code).asString("");
		for (String error : new String[] { status + " " + found, found, status }) {
			if (!error.isBlank() && this.errors.containsKey(error)) {
				return this.errors.get(error);
			}
		}
		ErrorClass usual = ErrorClass.ofStatus(answer.status());
		if (usual == ErrorClass.INVALID_REQUEST && REFUSALS.contains(answer.body().path("error").asString(""))) {
			return ErrorClass.CREDENTIALS;
		}
		return (usual == ErrorClass.NOT_FOUND && this.needsCode && found.isEmpty()) ? ErrorClass.UNREADABLE : usual;
	}

}
