package io.frontlineservice.crm;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.SignedRequest;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The callbacks that need a customer, sent to a running service, some at once. */
final class RemoteCallbacks {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final String[] NAMES = { "list", "search", "details", "templates", "outgoing" };

	private final CrmCallback crm;

	private final Callback templates;

	private final Callback outgoing;

	private final Callback conversations;

	RemoteCallbacks(int port) {
		this.crm = new CrmCallback(port);
		this.templates = Callback.templates(port);
		this.outgoing = Callback.outgoingConversation(port);
		this.conversations = Callback.conversations(port);
	}

	/** Sends each callback of the app that needs a customer: see {@link #NAMES}. */
	List<Answer> all(String worker, String id, String number) {
		return join(List.of(sendList(worker, ""), sendList(worker, "nora"), sendDetails(worker, id),
				send(this.templates.url(),
						this.templates.form("Location", "GetTemplatesByCustomerId", "Worker", worker, "CustomerId",
								id)),
				send(this.outgoing.url(), this.outgoing.form("Location", "GetProxyAddress", "Worker", worker,
						"CustomerId", id, "ChannelType", "sms", "ChannelValue", number))));
	}

	/** Sends the webhook that names a new conversation. */
	CompletableFuture<Answer> name(String number) {
		return send(this.conversations.url(), this.conversations.form("EventType", "onConversationAdd",
				"MessagingBinding.Address", number, "MessagingBinding.ProxyAddress", "+15005550006"));
	}

	Answer list(String worker) {
		return sendList(worker, "").join();
	}

	CompletableFuture<List<Answer>> details(String worker, List<String> ids) {
		List<CompletableFuture<Answer>> answers = ids.stream().map((id) -> sendDetails(worker, id)).toList();
		return CompletableFuture.supplyAsync(() -> join(answers));
	}

	/** Returns what each callback shows of a customer. */
	String seen(String worker, String id, String number) {
		List<Answer> answers = all(worker, id, number);
		List<String> seen = new ArrayList<>();
		for (int i = 0; i < NAMES.length; i++) {
			Answer answer = answers.get(i);
			boolean isList = answer.body().contains("\"customers\":[");
			seen.add(NAMES[i] + " " + switch (answer.status()) {
				case 200 -> (!isList || answer.body().contains("\"customer_id\":\"" + id + "\"")) ? "shown" : "none";
				case 404 -> "none";
				case 503 -> "failed";
				default -> "answered with " + answer.status();
			});
		}
		return String.join(", ", seen);
	}

	private CompletableFuture<Answer> sendList(String worker, String query) {
		return send(this.crm.url(),
				CrmCallback.form().with("Location", "GetCustomersList").with("Worker", worker).with("Query", query));
	}

	private CompletableFuture<Answer> sendDetails(String worker, String id) {
		return send(this.crm.url(),
				CrmCallback.form()
					.with("Location", "GetCustomerDetailsByCustomerId")
					.with("Worker", worker)
					.with("CustomerId", id));
	}

	private static CompletableFuture<Answer> send(String url, SignedRequest form) {
		long begin = System.nanoTime();
		return CLIENT.sendAsync(form.request(url), BodyHandlers.ofString())
			.thenApply((response) -> Answer.of(response, begin));
	}

	private static List<Answer> join(List<CompletableFuture<Answer>> answers) {
		return answers.stream().map(CompletableFuture::join).toList();
	}

	/** An answer, and how long it took. */
	record Answer(int status, String body, Duration time) {

		private static Answer of(HttpResponse<String> response, long begin) {
			return new Answer(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - begin));
		}

	}

}
