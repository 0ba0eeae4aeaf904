package io.frontlineservice.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A complete response. Created by {@link Transport}. Immutable.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, which may be empty
 */
public record RawResponse(int status, HttpHeaders headers, String body) {

	static RawResponse of(ClassicHttpResponse response, int maxBytes) throws IOException {
		HttpHeaders headers = new HttpHeaders();
		for (Header header : response.getHeaders()) {
			headers.add(header.getName(), Objects.requireNonNullElse(header.getValue(), ""));
		}
		HttpEntity entity = response.getEntity();
		return new RawResponse(response.getCode(), HttpHeaders.readOnlyHttpHeaders(headers),
				(entity != null) ? text(entity, maxBytes) : "");
	}

	/** The stream is not closed here, because that would read the rest of a long body. */
	private static String text(HttpEntity entity, int maxBytes) throws IOException {
		byte[] bytes = entity.getContent().readNBytes(maxBytes + 1);
		if (bytes.length > maxBytes) {
			throw new ContentTooLongException("The response is too long");
		}
		return new String(bytes, charset(entity));
	}

	private static Charset charset(HttpEntity entity) {
		ContentType type = ContentType.parseLenient(entity.getContentType());
		return (type != null && type.getCharset() != null) ? type.getCharset() : StandardCharsets.UTF_8;
	}

	/** Returns the first header of that name in any case; null if it is missing. */
	public @Nullable String header(String name) {
		return this.headers.getFirst(name);
	}

	public boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	/** Does not show the headers and the body, which may contain customers' data. */
	@Override
	public String toString() {
		return "status " + this.status;
	}

}
