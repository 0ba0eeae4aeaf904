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
 * Prints commands to paste, signed as Twilio would sign them, once the sandbox listens.
 * Called by Spring.
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

				The sandbox is running with customers of its own. What the Frontline app would ask, ready to paste:

				# Ada's customers, the first five
				%s

				# Whoever has "li" at the start of a name
				%s

				# One of them
				%s

				# Which of our numbers Ada writes to her from, on WhatsApp
				%s

				# What Ada can pick to say to her
				%s
				""".formatted(curl(port, CRM, "GetCustomersList", "PageSize", "5"),
				curl(port, CRM, "GetCustomersList", "Query", "li"),
				curl(port, CRM, "GetCustomerDetailsByCustomerId", "CustomerId", LINA),
				curl(port, OUTGOING_CONVERSATION, "GetProxyAddress", "CustomerId", LINA, "ChannelType", "whatsapp",
						"ChannelValue", "whatsapp:+14155550101"),
				curl(port, TEMPLATES, "GetTemplatesByCustomerId", "CustomerId", LINA));
	}

	/** The parameters are names and values by turns. */
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

	/** What to ask of the pretend Twilio, which needs no signature; empty without one. */
	private String inbound(int port) {
		if (this.twilio == null) {
			return "";
		}
		Map<String, String> message = new LinkedHashMap<>();
		message.put("From", "+14155550101");
		message.put("To", "+15005550006");
		message.put("Body", "When will my shelves come?");
		return """

				Twilio is pretended too. What a customer's phone would do to it:

				# An SMS from Lina
				curl -s %1$s/pretend/inbound -d '%2$s'

				# What became of it
				curl -s %1$s/pretend/conversations

				All of this with phones to tap on, and the wire beside them: http://localhost:%3$d/
				""".formatted(this.twilio.url(), body(message), port);
	}

	private static String body(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + UriUtils.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
