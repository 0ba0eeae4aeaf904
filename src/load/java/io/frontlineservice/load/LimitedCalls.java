package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.site.Site;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/**
 * The app's requests for the customers of a {@link LimitedCrm}. Used by
 * {@link CrmLimitRun}. Thread-safe.
 */
final class LimitedCalls {

	private static final String CRM = "/callbacks/crm";

	private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

	private final URI service;

	LimitedCalls(URI service) {
		this.service = service;
	}

	/** Asks for the first page of a worker. */
	CompletableFuture<Answer> list(int worker) {
		return send(form("GetCustomersList", worker).with("PageSize", "30"));
	}

	/** Asks for the details of the first customer of a worker. */
	CompletableFuture<Answer> details(int worker) {
		long customer = LimitedCrm.customer(worker * LimitedCrm.CUSTOMERS_OF_A_WORKER);
		return send(form("GetCustomerDetailsByCustomerId", worker).with("CustomerId", String.valueOf(customer)));
	}

	private CompletableFuture<Answer> send(SignedRequest form) {
		long sent = System.nanoTime();
		return this.client.sendAsync(form.request(this.service + CRM), BodyHandlers.ofString())
			.handle((response, failure) -> new Answer(response, System.nanoTime() - sent));
	}

	private static SignedRequest form(String location, int worker) {
		return SignedRequest.to(Site.PUBLIC_URL + CRM)
			.with("Location", location)
			.with("Worker", LimitedCrm.worker(worker));
	}

	/**
	 * An answer of the service.
	 *
	 * @param response the response; null if the connection failed
	 * @param nanos the time that it took
	 */
	record Answer(HttpResponse<String> response, long nanos) {

		/** Whether there are customers in it. */
		boolean isShown() {
			return this.response != null && this.response.statusCode() == 200
					&& this.response.body().contains("\"customer_id\"");
		}

		/** Whether its customers have names of that version. */
		boolean has(String version) {
			return isShown() && this.response.body().contains(version);
		}

		/** Whether the service said that it cannot answer. */
		boolean isUnavailable() {
			return this.response != null && this.response.statusCode() == 503;
		}

	}

}
