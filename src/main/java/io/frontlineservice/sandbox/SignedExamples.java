package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.twilio.RequestSigner;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.web.util.UriUtils;

/**
 * Prints {@code curl} commands with Twilio's signatures once the sandbox listens. Called
 * by Spring.
 */
final class SignedExamples implements ApplicationListener<WebServerInitializedEvent> {

	private static final String CRM = "/callbacks/crm";

	private static final String OUTGOING_CONVERSATION = "/callbacks/outgoing-conversation";

	private static final String TEMPLATES = "/callbacks/templates";

	private static final String LINA = "1001";

	private final RequestSigner signer;

	private final @Nullable PretendTwilio twilio;

	SignedExamples(RequestSigner signer, @Nullable PretendTwilio twilio) {
		this.signer = signer;
		this.twilio = twilio;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		if (event.getApplicationContext().getServerNamespace() == null) {
			System.out.println(text(event.getWebServer().getPort()) + inbound(event.getWebServer().getPort()));
		}
	}

	String text(int port) {
		return """

				The sandbox is running with built-in customers. These commands call it as the Frontline app does:

				# Ada's customers, the first five
				%s

				# Customers with a name that starts with "li"
				%s

				# The details of one customer
				%s

				# The number from which Ada writes to her on WhatsApp
				%s

				# The templates that Ada can send to her
				%s
				""".formatted(curl(port, CRM, "GetCustomersList", "PageSize", "5"),
				curl(port, CRM, "GetCustomersList", "Query", "li"),
				curl(port, CRM, "GetCustomerDetailsByCustomerId", "CustomerId", LINA),
				curl(port, OUTGOING_CONVERSATION, "GetProxyAddress", "CustomerId", LINA, "ChannelType", "whatsapp",
						"ChannelValue", "whatsapp:+14155550101"),
				curl(port, TEMPLATES, "GetTemplatesByCustomerId", "CustomerId", LINA));
	}

	/** The parameters are pairs of a name and a value. */
	private String curl(int port, String path, String location, String... parameters) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("Location", location);
		form.put("Worker", "ada@example.com");
		for (int i = 0; i < parameters.length; i += 2) {
			form.put(parameters[i], parameters[i + 1]);
		}
		String headers = this.signer.headers(path, form)
			.entrySet()
			.stream()
			.map((it) -> "-H '" + it.getKey() + ": " + it.getValue() + "'")
			.collect(Collectors.joining(" "));
		return "curl -s http://localhost:%d%s %s -d '%s'".formatted(port, path, headers, body(form));
	}

	/** Returns the unsigned commands for the pretend Twilio; empty without one. */
	private String inbound(int port) {
		if (this.twilio == null) {
			return "";
		}
		Map<String, String> message = new LinkedHashMap<>();
		message.put("From", "+14155550101");
		message.put("To", "+15005550006");
		message.put("Body", "When will my shelves come?");
		return """

				The sandbox also has a pretend Twilio. These commands act as a customer's phone:

				# An SMS from Lina
				curl -s %1$s/pretend/inbound -d '%2$s'

				# The resulting conversation
				curl -s %1$s/pretend/conversations

				The same with phones and the HTTP traffic, in a browser: http://localhost:%3$d/
				""".formatted(this.twilio.url(), body(message), port);
	}

	private static String body(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + UriUtils.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
