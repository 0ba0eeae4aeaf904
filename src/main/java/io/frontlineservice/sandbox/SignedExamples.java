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
				""".formatted(curl(port, form("GetCustomersList", "ada@example.com", "PageSize", "5")),
				curl(port, form("GetCustomersList", "ada@example.com", "Query", "li")),
				curl(port, form("GetCustomerDetailsByCustomerId", "ada@example.com", "CustomerId", "1001")));
	}

	private static Map<String, String> form(String location, String worker, String name, String value) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("Location", location);
		form.put("Worker", worker);
		form.put(name, value);
		return form;
	}

	private String curl(int port, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + UriUtils.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return "curl -s http://localhost:%d%s -H 'X-Twilio-Signature: %s' -d '%s'".formatted(port, CRM,
				this.signer.sign(CRM, form), body);
	}

}
