package io.frontlineservice.sandbox.pretend;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to the pretend Twilio. Read by {@link PretendServer}. Immutable.
 *
 * @param host the {@code Host} that was asked for, which tells Twilio's APIs apart
 * @param path the path, decoded
 * @param query the parameters of the URL
 * @param form the parameters of the body
 * @param firesWebhooks whether events are posted about what the request changes
 */
record Request(String method, String host, String path, Form query, Form form, @Nullable String authorization,
		boolean firesWebhooks) {

	private static final Pattern SERVICE = Pattern.compile("/v1/Services/" + Account.SERVICE_SID + "(?=/)");

	private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

	static Request read(HttpExchange exchange) throws IOException {
		Headers headers = exchange.getRequestHeaders();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return new Request(exchange.getRequestMethod(), Optional.ofNullable(headers.getFirst("Host")).orElse(""),
				exchange.getRequestURI().getPath(), Form.parse(exchange.getRequestURI().getRawQuery()),
				Form.parse(body), headers.getFirst("Authorization"),
				"true".equalsIgnoreCase(headers.getFirst("X-Twilio-Webhook-Enabled")));
	}

	/** The path without the service, which is always the default one. */
	String resource() {
		return SERVICE.matcher(this.path).replaceFirst("/v1");
	}

	boolean isToFrontline() {
		return this.host.startsWith("frontline-api.");
	}

	/** Whether the request is meant for this machine, by the name it was sent to. */
	boolean isToLoopback() {
		return LOOPBACK.matcher(this.host).matches();
	}

	/** The URL that was asked for, without its query. */
	String url() {
		return (this.host.endsWith(".twilio.com") ? "https://" : "http://") + this.host + this.path;
	}

	String urlWithQuery() {
		String parameters = Form.write(this.query.joined());
		return parameters.isEmpty() ? url() : url() + "?" + parameters;
	}

}
