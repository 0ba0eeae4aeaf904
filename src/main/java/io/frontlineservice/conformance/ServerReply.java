package io.frontlineservice.conformance;

import io.frontlineservice.http.RawResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the checked server. Returned by {@link CheckedServer}. Immutable.
 *
 * @param response the response
 * @param json the body; a missing node if it is not JSON
 */
record ServerReply(RawResponse response, JsonNode json) {

	static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	static ServerReply of(RawResponse response) {
		try {
			return new ServerReply(response, JSON.readTree(response.body()));
		}
		catch (JacksonException ex) {
			return new ServerReply(response, JSON.missingNode());
		}
	}

	int status() {
		return this.response.status();
	}

	@Nullable String header(String name) {
		return this.response.header(name);
	}

	/** Returns the status, and whether it was JSON, in words. */
	String described() {
		return "status " + status() + (this.json.isContainer() ? "" : " without JSON");
	}

	/** Throws an exception unless the answer has that status. */
	ServerReply require(int status, String about) {
		CheckFailedException.unless(status() == status, "status " + status + " " + about, described());
		return this;
	}

}
