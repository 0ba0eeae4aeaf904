package io.frontlineservice.sandbox.pretend.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.server.LocalNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to the pretend Twilio. Read by {@code PretendServer}. Immutable.
 *
 * @param host the {@code Host} that was asked for, which tells Twilio's APIs apart
 * @param origin the web site that sent it; null if none did
 * @param path the path, decoded
 * @param query the parameters of the URL
 * @param form the parameters of the body
 * @param firesWebhooks whether events are posted about what the request changes
 */
public record Request(String method, String host, @Nullable String origin, String path, Form query, Form form,
		@Nullable String authorization, boolean firesWebhooks) {

	private static final Pattern SERVICE = Pattern.compile("/v1/Services/" + Account.SERVICE_SID + "(?=/)");

	private static final LocalNames LOOPBACK = new LocalNames(List.of());

	public static Request read(HttpExchange exchange) throws IOException {
		Headers headers = exchange.getRequestHeaders();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return new Request(exchange.getRequestMethod(), Optional.ofNullable(headers.getFirst("Host")).orElse(""),
				headers.getFirst("Origin"), exchange.getRequestURI().getPath(),
				Form.parse(exchange.getRequestURI().getRawQuery()), Form.parse(body), headers.getFirst("Authorization"),
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
	public boolean isToLoopback() {
		return LOOPBACK.allowHost(this.host);
	}

	/**
	 * Whether a program on this machine may have sent the request, which may take us for
	 * Twilio, and not a web site that a browser has open.
	 */
	public boolean isFromThisMachine() {
		return (isToLoopback() || this.host.endsWith(".twilio.com")) && LOOPBACK.allowOrigin(this.origin);
	}

	/** The URL that was asked for, without its query. */
	public String url() {
		return (this.host.endsWith(".twilio.com") ? "https://" : "http://") + this.host + this.path;
	}

	public String urlWithQuery() {
		String parameters = Form.write(this.query.joined());
		return parameters.isEmpty() ? url() : url() + "?" + parameters;
	}

}
