package io.frontlineservice.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to another service. Sent by {@link Transport}. Immutable.
 *
 * @param method the HTTP method
 * @param url the absolute URL
 * @param headers the headers, without those that describe the body
 * @param body the body, if there is one
 */
public record OutgoingRequest(String method, URI url, Map<String, String> headers, @Nullable RequestBody body) {

	public OutgoingRequest {
		headers = Map.copyOf(headers);
	}

	/** Does not show the URL and the headers, which may contain secrets. */
	@Override
	public String toString() {
		return this.method;
	}

}
