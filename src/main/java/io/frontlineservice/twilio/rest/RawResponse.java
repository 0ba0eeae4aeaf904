package io.frontlineservice.twilio.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/**
 * A complete response of Twilio. Created by {@link Transport}. Immutable.
 *
 * @param status the HTTP status
 * @param retryAfter the header {@code Retry-After}
 * @param date the header {@code Date}
 * @param body the body, which may be empty
 */
record RawResponse(int status, @Nullable String retryAfter, @Nullable String date, String body) {

	/** Enough for a page of a hundred conversations with the largest attributes. */
	private static final int MAX_BYTES = 16 * 1024 * 1024;

	static RawResponse of(ClassicHttpResponse response) throws IOException, ParseException {
		HttpEntity entity = response.getEntity();
		String body = (entity != null) ? EntityUtils.toString(entity, StandardCharsets.UTF_8, MAX_BYTES) : "";
		return new RawResponse(response.getCode(), header(response, HttpHeaders.RETRY_AFTER),
				header(response, HttpHeaders.DATE), body);
	}

	private static @Nullable String header(ClassicHttpResponse response, String name) {
		Header header = response.getFirstHeader(name);
		return (header != null) ? header.getValue() : null;
	}

	boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

}
