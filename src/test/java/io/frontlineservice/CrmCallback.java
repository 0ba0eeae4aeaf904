package io.frontlineservice;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends signed requests over HTTP to the CRM callback of a running service, as the
 * Frontline app does.
 */
public final class CrmCallback {

	private static final String PATH = "/callbacks/crm";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final int port;

	public CrmCallback(int port) {
		this.port = port;
	}

	public String url() {
		return "http://localhost:" + this.port + PATH;
	}

	/** A form without parameters for this callback. */
	public static SignedRequest form() {
		return SignedRequest.to(RunningService.PUBLIC_URL + PATH);
	}

	public HttpResponse<String> post(SignedRequest form) throws IOException, InterruptedException {
		return form.post(url());
	}

	/**
	 * Posts {@code GetCustomersList} for the worker.
	 * @param parameters alternating names and values, in addition to Location and worker
	 */
	public HttpResponse<String> list(String worker, String... parameters) throws IOException, InterruptedException {
		return post(with(form().with("Location", "GetCustomersList").with("Worker", worker), parameters));
	}

	public HttpResponse<String> details(String worker, String customerId) throws IOException, InterruptedException {
		return post(form().with("Location", "GetCustomerDetailsByCustomerId")
			.with("CustomerId", customerId)
			.with("Worker", worker));
	}

	/** The ids on all pages, following the token of each page to the next one. */
	public List<String> walk(String worker, int pageSize, String... parameters)
			throws IOException, InterruptedException {
		List<String> ids = new ArrayList<>();
		String token = null;
		do {
			SignedRequest form = form().with("Location", "GetCustomersList")
				.with("PageSize", String.valueOf(pageSize))
				.with("Worker", worker);
			if (token != null) {
				form = form.with("NextPageToken", token);
			}
			JsonNode objects = objects(post(with(form, parameters)));
			ids.addAll(ids(objects));
			token = objects.path("next_page_token").asString(null);
		}
		while (token != null);
		return ids;
	}

	public static JsonNode objects(HttpResponse<String> response) {
		return JSON.readTree(response.body()).path("objects");
	}

	public static List<String> ids(JsonNode objects) {
		List<String> ids = new ArrayList<>();
		objects.path("customers").forEach((customer) -> ids.add(customer.path("customer_id").asString()));
		return ids;
	}

	private static SignedRequest with(SignedRequest form, String... parameters) {
		SignedRequest more = form;
		for (int i = 0; i < parameters.length; i += 2) {
			more = more.with(parameters[i], parameters[i + 1]);
		}
		return more;
	}

}
