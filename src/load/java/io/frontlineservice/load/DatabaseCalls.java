package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.crm.jdbc.managed.LargeDatabase;
import io.frontlineservice.customer.CrmCustomer;
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
 * The app's callbacks for the customers of a {@link LargeDatabase}, 200 a second, each
 * for another worker and customer. Used by {@link DatabaseRun}, by one thread.
 */
final class DatabaseCalls {

	private static final int A_SECOND = 200;

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
			SignedRequest list = list(LargeDatabase.worker(this.random.nextInt(LargeDatabase.workers(this.customers))));
			SignedRequest page = list;
			for (int pages = 0; pages < PAGES; pages++) {
				HttpResponse<String> answer = this.client.send(page.request(url("crm")), BodyHandlers.ofString());
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
		CrmCustomer customer = LargeDatabase.customer(this.random.nextInt(this.customers), this.customers);
		String worker = customer.owners().iterator().next().written();
		String name = customer.name();
		return switch (number % 6) {
			case 0 -> send("list", "crm", list(worker), due, answers);
			case 1 -> send("page far down", "crm", this.pagesFarDown.get(this.random.nextInt(WORKERS_FAR_DOWN)), due,
					answers);
			case 2 -> send("search, common word", "crm", list(worker).with("Query", "maria"), due, answers);
			case 3 -> send("search, rare word", "crm",
					list(worker).with("Query", name.substring(name.lastIndexOf(' ') + 1)), due, answers);
			case 4 -> send("details", "crm",
					form("GetCustomerDetailsByCustomerId", worker).with("CustomerId", customer.id().value()), due,
					answers);
			default -> send("number to write from", "outgoing-conversation",
					form("GetProxyAddress", worker).with("CustomerId", customer.id().value())
						.with("ChannelType", "sms")
						.with("ChannelValue", customer.channels().get(0).value()),
					due, answers);
		};
	}

	private CompletableFuture<Void> send(String kind, String callback, SignedRequest form, long due,
			DatabaseAnswers answers) {
		return this.client.sendAsync(form.request(url(callback)), BodyHandlers.discarding())
			.handle((response, failure) -> {
				answers.add(kind, (response != null) ? response.statusCode() : 0, System.nanoTime() - due);
				return null;
			});
	}

	private String url(String callback) {
		return this.service + "/callbacks/" + callback;
	}

	private static SignedRequest list(String worker) {
		return form("GetCustomersList", worker).with("PageSize", PAGE_SIZE);
	}

	private static SignedRequest form(String location, String worker) {
		String callback = location.equals("GetProxyAddress") ? "outgoing-conversation" : "crm";
		return SignedRequest.to(Site.PUBLIC_URL + "/callbacks/" + callback)
			.with("Location", location)
			.with("Worker", worker);
	}

}
