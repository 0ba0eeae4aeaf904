package io.frontlineservice.crm.rest;

import org.jspecify.annotations.Nullable;

/**
 * One request of the API. Part of {@link RequestsSettings}.
 *
 * @param path the path and the query, with placeholders
 * @param body a document of JSON, with placeholders: the request is a POST then, and
 * otherwise a GET
 * @param records the JSON Pointer to the customers in the answer; empty if the answer
 * itself is a list, or the customer
 */
record RequestSettings(@Nullable String path, @Nullable String body, @Nullable String records) {

	RequestSettings {
		path = RestSettings.orNull(path);
		body = RestSettings.orNull(body);
	}

	/** Whether nothing is set, or only empty texts. */
	boolean isEmpty() {
		return this.path == null && this.body == null && RestSettings.orNull(this.records) == null;
	}

	/** Returns a GET request. */
	static RequestSettings get(String path, String records) {
		return new RequestSettings(path, null, records);
	}

}
