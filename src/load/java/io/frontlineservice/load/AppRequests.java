package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.site.People;
import io.frontlineservice.site.Site;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.IntFunction;

/**
 * Every kind of request of the app and of Twilio, in turn. Used by {@link FirstRequests}.
 * Thread-safe.
 */
final class AppRequests implements IntFunction<HttpRequest> {

	private static final int KINDS = 6;

	private static final int OWNERS = 4;

	private final URI service;

	AppRequests(URI service) {
		this.service = service;
	}

	@Override
	public HttpRequest apply(int number) {
		int customer = (number / KINDS * (OWNERS + 1) + 1 + number % OWNERS) % People.CUSTOMERS;
		String worker = People.worker(customer % (OWNERS + 1) - 1);
		String id = String.valueOf(customer);
		return switch (number % KINDS) {
			case 0 -> request("crm", form("crm", "GetCustomersList", worker).with("PageSize", "30"));
			case 1 -> request("crm", form("crm", "GetCustomersList", worker).with("Query", "Customer " + id));
			case 2 -> request("crm", form("crm", "GetCustomerDetailsByCustomerId", worker).with("CustomerId", id));
			case 3 ->
				request("templates", form("templates", "GetTemplatesByCustomerId", worker).with("CustomerId", id));
			case 4 -> request("outgoing-conversation",
					form("outgoing-conversation", "GetProxyAddress", worker).with("CustomerId", id)
						.with("ChannelType", "sms")
						.with("ChannelValue", People.customer(customer)));
			default -> request("conversations", PreEvents.form(People.customer(customer)));
		};
	}

	private static SignedRequest form(String callback, String location, String worker) {
		return SignedRequest.to(Site.PUBLIC_URL + "/callbacks/" + callback)
			.with("Location", location)
			.with("Worker", worker);
	}

	private HttpRequest request(String callback, SignedRequest form) {
		return form.request(this.service + "/callbacks/" + callback);
	}

}
