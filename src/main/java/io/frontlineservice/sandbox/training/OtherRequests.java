package io.frontlineservice.sandbox.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.core.env.PropertyResolver;

/**
 * Requests that do not come from Twilio: the probe of a container runtime, and one
 * without a signature. Used by {@link Training}. Immutable.
 */
final class OtherRequests {

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<HttpRequest> requests;

	private OtherRequests(List<HttpRequest> requests) {
		this.requests = requests;
	}

	/** Returns the requests to a running service. */
	static OtherRequests to(PropertyResolver environment) {
		String service = "http://localhost:" + environment.getRequiredProperty("local.server.port");
		String management = "http://localhost:" + environment.getRequiredProperty("local.management.port");
		return new OtherRequests(List.of(HttpRequest.newBuilder(URI.create(service + "/callbacks/crm"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("Location=GetCustomersList&Worker=nobody"))
			.build(), HttpRequest.newBuilder(URI.create(management + "/actuator/health/readiness")).build()));
	}

	void send() {
		try {
			for (HttpRequest request : this.requests) {
				this.http.send(request, BodyHandlers.discarding());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
