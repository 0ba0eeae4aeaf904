package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.crm.jdbc.managed.ManyCustomers;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.site.People;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * The app's callbacks for the customers of a {@code LargeDatabase}, 200 a second, each
 * for another worker and customer. Used by {@link DatabaseRun}, by one thread.
 */
final class DatabaseCalls {

	private static final String CRM = "/callbacks/crm";

	private static final String OUTGOING = "/callbacks/outgoing-conversation";

	private static final int A_SECOND = 200;

	private static final int KINDS = 7;

	private static final String PAGE_SIZE = "30";

	private static final int WORKERS_FAR_DOWN = 50;

	private static final int PAGES = 10;

	private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

	private final Random random = new Random(7);

	private final URI service;

	private final int customers;

	private final List<SignedRequest> pagesFarDown = new ArrayList<>();

	DatabaseCalls(URI service, int customers) {
		this.service = service;
		this.customers = customers;
	}

	/** Pages through the lists of some workers, and keeps their last tokens. */
	void findPagesFarDown() throws IOException, InterruptedException {
		for (int i = 0; i < WORKERS_FAR_DOWN; i++) {
			SignedRequest list = list(ManyCustomers.worker(this.random.nextInt(ManyCustomers.workers(this.customers))));
			SignedRequest page = list;
			for (int pages = 0; pages < PAGES; pages++) {
				HttpResponse<String> answer = this.client.send(page.request(this.service + CRM),
						BodyHandlers.ofString());
				String token = JsonMapper.shared().readTree(answer.body()).at("/objects/next_page_token").asString("");
				if (token.isEmpty()) {
					break;
				}
				page = list.with("NextPageToken", token);
			}
			this.pagesFarDown.add(page);
		}
	}

	/** Sends requests for so long, and returns their answers. */
	DatabaseAnswers send(int seconds) {
		DatabaseAnswers answers = new DatabaseAnswers();
		List<CompletableFuture<Void>> sent = new ArrayList<>();
		long interval = Duration.ofSeconds(1).toNanos() / A_SECOND;
		long due = System.nanoTime();
		for (int i = 0; i < seconds * A_SECOND; i++) {
			for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
				LockSupport.parkNanos(due - now);
			}
			sent.add(send(i, due, answers));
			due += interval;
		}
		CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
		return answers;
	}

	private CompletableFuture<Void> send(int number, long due, DatabaseAnswers answers) {
		CrmCustomer customer = nextCustomer();
		String worker = customer.owners().iterator().next().written();
		Call call = switch (number % KINDS) {
			case 0 -> new Call("list", CRM, list(worker), "\"customer_id\"");
			case 1 -> new Call("page far down", CRM, this.pagesFarDown.get(this.random.nextInt(WORKERS_FAR_DOWN)),
					"\"customer_id\"");
			case 2 -> new Call("search, common word", CRM, list(worker).with("Query", "maria"), "Maria");
			// Others on the page may be found by their company, which no answer has.
			case 3 -> new Call("search, rare word", CRM, list(worker).with("Query", ManyCustomers.rareWord(customer)),
					"\"customer_id\"");
			case 4 -> new Call("details", CRM, details(worker, customer), customer.name());
			case 5 -> new Call("number to write from", OUTGOING, numberToWriteFrom(worker, customer), People.SMS);
			default -> new Call("customer of a number", PreEvents.PATH,
					PreEvents.form(customer.channels().get(0).value()), customer.name());
		};
		return send(call, due, answers);
	}

	/** Returns any customer with a rare name. */
	private CrmCustomer nextCustomer() {
		CrmCustomer customer;
		do {
			customer = ManyCustomers.customer(this.random.nextInt(this.customers), this.customers);
		}
		while (ManyCustomers.rareWord(customer).isEmpty());
		return customer;
	}

	private CompletableFuture<Void> send(Call call, long due, DatabaseAnswers answers) {
		return this.client.sendAsync(call.form().request(this.service + call.path()), BodyHandlers.ofString())
			.handle((response, failure) -> {
				boolean good = response != null && response.statusCode() == 200
						&& response.body().contains(call.expected());
				answers.add(call.kind(), good, System.nanoTime() - due);
				return null;
			});
	}

	private static SignedRequest list(String worker) {
		return form(CRM, "GetCustomersList", worker).with("PageSize", PAGE_SIZE);
	}

	private static SignedRequest details(String worker, CrmCustomer customer) {
		return form(CRM, "GetCustomerDetailsByCustomerId", worker).with("CustomerId", customer.id().value());
	}

	private static SignedRequest numberToWriteFrom(String worker, CrmCustomer customer) {
		return form(OUTGOING, "GetProxyAddress", worker).with("CustomerId", customer.id().value())
			.with("ChannelType", "sms")
			.with("ChannelValue", customer.channels().get(0).value());
	}

	private static SignedRequest form(String path, String location, String worker) {
		return SignedRequest.to(Site.PUBLIC_URL + path).with("Location", location).with("Worker", worker);
	}

	/**
	 * A request, and a text that its answer must have.
	 */
	private record Call(String kind, String path, SignedRequest form, String expected) {
	}

}
