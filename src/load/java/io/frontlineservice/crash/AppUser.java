package io.frontlineservice.crash;

import io.frontlineservice.crash.AppCalls.Answer;
import io.frontlineservice.site.People;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A worker who uses the app all the time: goes through all pages of the list, and between
 * two pages opens customers, templates, and customers without an owner with whom the
 * worker is in a conversation. {@link ClusterRun} runs each on a thread of its own.
 */
final class AppUser implements Runnable {

	private static final String NUMBER = "sms";

	private static final long PAUSE_MILLIS = 100;

	private final AppCalls calls;

	private final String worker;

	private final List<Integer> customers;

	private final Granted granted;

	private final Random random;

	private final Set<String> seen = new HashSet<>();

	private volatile boolean ended;

	/**
	 * Creates a worker.
	 * @param index the index of the worker, from 0
	 */
	AppUser(AppCalls calls, int index, Granted granted, long seed) {
		this.calls = calls;
		this.worker = People.worker(index);
		this.customers = People.customersOf(index);
		this.granted = granted;
		this.random = new Random(seed + index);
	}

	@Override
	public void run() {
		while (!this.ended) {
			walk();
		}
	}

	/** Ends after the current list. */
	void end() {
		this.ended = true;
	}

	private void walk() {
		List<String> ids = new ArrayList<>();
		String token = "";
		do {
			JsonNode page = this.calls
				.post("crm", "Location", "GetCustomersList", "Worker", this.worker, "PageSize", "100", "NextPageToken",
						token)
				.path("objects");
			page.path("customers").forEach((customer) -> ids.add(customer.path("customer_id").asString()));
			token = page.path("next_page_token").asString("");
			openOwn();
			openGranted();
		}
		while (!token.isEmpty() && !this.ended);
		if (!this.ended && (ids.size() != this.customers.size() || new HashSet<>(ids).size() != ids.size())) {
			this.calls.fail("GetCustomersList had " + ids.size() + " customers on all pages");
		}
	}

	private void openOwn() {
		int index = this.customers.get(this.random.nextInt(this.customers.size()));
		String id = String.valueOf(index);
		JsonNode details = this.calls.post("crm", "Location", "GetCustomerDetailsByCustomerId", "Worker", this.worker,
				"CustomerId", id);
		check("details", details.at("/objects/customer/display_name").asString().equals("Customer " + id));
		pause();
		JsonNode templates = this.calls.post("templates", "Location", "GetTemplatesByCustomerId", "Worker", this.worker,
				"CustomerId", id);
		check("templates", templates.at("/0/templates/0/content").asString().contains("Customer"));
		pause();
		JsonNode address = this.calls.post("outgoing-conversation", "Location", "GetProxyAddress", "Worker",
				this.worker, "CustomerId", id, "ChannelType", NUMBER, "ChannelValue", People.customer(index));
		check("the number", address.path("proxy_address").asString().equals(People.SMS));
		pause();
	}

	private void check(String what, boolean good) {
		if (!good) {
			this.calls.fail("the content of " + what + " was not as expected");
		}
	}

	/** Once a customer was visible, it stays visible: the conversation stays open. */
	private void openGranted() {
		String id = this.granted.any(this.worker, this.random);
		if (id == null) {
			return;
		}
		Answer answer = this.calls.send("crm", "Location", "GetCustomerDetailsByCustomerId", "Worker", this.worker,
				"CustomerId", id);
		if (answer.status() == 200) {
			this.seen.add(id);
		}
		else if (answer.status() != 404 || this.seen.contains(id)) {
			this.calls.fail("a granted customer was answered with " + answer.status());
		}
		pause();
	}

	private static void pause() {
		Sleep.of(PAUSE_MILLIS);
	}

}
