package io.frontlineservice.sandbox.training;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.phone.AppException;
import io.frontlineservice.sandbox.pretend.phone.AppScreens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a worker and a customer do in one round: the worker looks through the app and
 * writes to a customer; a customer writes and gets an answer. Used by {@link Training}.
 * Not thread-safe.
 */
final class TrainingRounds {

	private static final int CUSTOMERS = 2;

	private static final List<String> SEARCHES = List.of("a", "li", "ber", "415", "zz");

	private final PretendTwilio twilio;

	private final List<String> workers;

	private final List<String> numbers;

	/**
	 * Creates rounds.
	 * @param workers the identities of the workers
	 * @param numbers our numbers
	 */
	TrainingRounds(PretendTwilio twilio, List<String> workers, Collection<String> numbers) {
		this.twilio = twilio;
		this.workers = List.copyOf(workers);
		this.numbers = List.copyOf(numbers);
	}

	/**
	 * Does the round of that number.
	 * @throws AppException if the app cannot show a screen: the cache would be useless
	 */
	void run(int number) {
		String worker = this.workers.get(number % this.workers.size());
		for (JsonNode customer : look(worker, SEARCHES.get(number % SEARCHES.size()))) {
			open(worker, customer);
		}
		if (!this.numbers.isEmpty()) {
			answer(number, this.numbers.get(number % this.numbers.size()));
		}
	}

	/** Returns some customers of the first page. */
	private List<JsonNode> look(String worker, String search) {
		AppScreens screens = this.twilio.screens();
		JsonNode page = screens.customers(worker, null, null, null);
		String token = page.path("next_page_token").asString("");
		if (!token.isEmpty()) {
			screens.customers(worker, null, token, null);
		}
		screens.customers(worker, search, null, null);
		List<JsonNode> customers = new ArrayList<>();
		page.path("customers").forEach(customers::add);
		return customers.subList(0, Math.min(CUSTOMERS, customers.size()));
	}

	private void open(String worker, JsonNode row) {
		String id = row.path("customer_id").asString();
		JsonNode customer = this.twilio.screens().customer(worker, id);
		this.twilio.screens().templates(worker, id, "");
		for (JsonNode channel : customer.path("channels")) {
			String sid = this.twilio.startOutbound(worker, id, channel.path("type").asString(),
					channel.path("value").asString());
			converse(worker, sid);
		}
	}

	/** A customer writes, and whoever gets the conversation answers. */
	private void answer(int number, String ours) {
		String prefix = ours.startsWith("whatsapp:") ? "whatsapp:" : "";
		String customer = prefix + "+1415555" + (1000 + number % 9000);
		String sid = this.twilio.inbound(customer, ours, "Can you call me back?");
		if (sid != null) {
			this.twilio.inbound(customer, ours, (number % 10 == 0) ? "STOP" : "Today, please");
			this.twilio.workersOf(sid).stream().findFirst().ifPresent((worker) -> converse(worker, sid));
		}
	}

	/** The service may refuse a message, for example without a template. */
	private void converse(String worker, @Nullable String sid) {
		if (sid == null) {
			return;
		}
		try {
			this.twilio.app().write(worker, sid, "I will call you at ten.");
		}
		catch (AppException ex) {
			// The app would show it to the worker.
		}
		this.twilio.close(sid);
	}

}
