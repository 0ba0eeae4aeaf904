package io.frontlineservice.sandbox;

import io.frontlineservice.twilio.RequestSigner;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
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

	SignedExamples(RequestSigner signer) {
		this.signer = signer;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		if (event.getApplicationContext().getServerNamespace() == null) {
			System.out.println(text(event.getWebServer().getPort()));
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
		String body = form.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + UriUtils.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return "curl -s http://localhost:%d%s -H 'X-Twilio-Signature: %s' -d '%s'".formatted(port, path,
				this.signer.sign(path, form), body);
	}

}
