package io.frontlineservice.sandbox.pretend.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.server.AllowedHosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to the pretend Twilio. Read by {@code PretendServer}. Immutable.
 *
 * @param host the {@code Host} header, which tells Twilio's APIs apart
 * @param origin the web site that sent the request; null if none did
 * @param path the decoded path
 * @param query the parameters of the URL
 * @param form the parameters of the body
 * @param firesWebhooks whether changes are posted to the webhooks
 */
public record Request(String method, String host, @Nullable String origin, String path, Form query, Form form,
		@Nullable String authorization, boolean firesWebhooks) {

	private static final Pattern SERVICE = Pattern.compile("/v1/Services/" + Account.SERVICE_SID + "(?=/)");

	private static final AllowedHosts LOOPBACK = new AllowedHosts(List.of());

	public static Request read(HttpExchange exchange) throws IOException {
		Headers headers = exchange.getRequestHeaders();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return new Request(exchange.getRequestMethod(), Optional.ofNullable(headers.getFirst("Host")).orElse(""),
				headers.getFirst("Origin"), exchange.getRequestURI().getPath(),
				Form.parse(exchange.getRequestURI().getRawQuery()), Form.parse(body), headers.getFirst("Authorization"),
				"true".equalsIgnoreCase(headers.getFirst("X-Twilio-Webhook-Enabled")));
	}

	/** Returns the path without the prefix of the default service. */
	String resource() {
		return SERVICE.matcher(this.path).replaceFirst("/v1");
	}

	boolean isToFrontline() {
		return this.host.startsWith("frontline-api.");
	}

	/** Whether the request names this machine as its host. */
	public boolean isToLoopback() {
		return LOOPBACK.allowHost(this.host);
	}

	/**
	 * Whether a program on this machine may have sent the request, and not a web site in
	 * a browser. A program may use Twilio's host names.
	 */
	public boolean isFromThisMachine() {
		return (isToLoopback() || this.host.endsWith(".twilio.com")) && LOOPBACK.allowOrigin(this.origin);
	}

	/** Returns the requested URL without its query. */
	public String url() {
		return (this.host.endsWith(".twilio.com") ? "https://" : "http://") + this.host + this.path;
	}

	public String urlWithQuery() {
		String parameters = Form.write(this.query.joined());
		return parameters.isEmpty() ? url() : url() + "?" + parameters;
	}

}
