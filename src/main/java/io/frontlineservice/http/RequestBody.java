package io.frontlineservice.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/**
 * The body of a request. Part of {@link OutgoingRequest}. Immutable.
 *
 * @param contentType the media type with the charset
 * @param text the body
 */
public record RequestBody(String contentType, String text) {

	/** Returns the body of a form. A name may occur several times. */
	public static RequestBody form(List<Map.Entry<String, String>> fields) {
		List<NameValuePair> pairs = fields.stream()
			.<NameValuePair>map((field) -> new BasicNameValuePair(field.getKey(), field.getValue()))
			.toList();
		return new RequestBody("application/x-www-form-urlencoded; charset=UTF-8",
				WWWFormCodec.format(pairs, StandardCharsets.UTF_8));
	}

	/** Returns a body of JSON. */
	public static RequestBody json(String json) {
		return new RequestBody("application/json; charset=UTF-8", json);
	}

	/** Does not show the text, which may contain customers' data. */
	@Override
	public String toString() {
		return this.contentType;
	}

}
