package io.frontlineservice.site;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who writes: customers whom the CRM knows, until all have written, and strangers; each
 * but once. Used by {@link Crowd}, and by the runs to know what was to become of them.
 * Thread-safe.
 */
public final class People {

	public static final String SMS = "+15005550006";

	static final String WHATSAPP = "whatsapp:+14155238886";

	/** The workers; the last one takes what nobody else does. */
	static final List<String> WORKERS = List.of("ada@example.com", "ben@example.com", "chiara@example.com",
			"dmitri@example.com");

	/** How many customers the CRM knows. */
	public static final int CUSTOMERS = 5_000;

	private final AtomicInteger nextCustomer = new AtomicInteger();

	private final AtomicInteger nextStranger = new AtomicInteger();

	/** From whom the next message comes, as an address of Conversations. */
	public String next(RandomGenerator random) {
		String prefix = (random.nextInt(3) == 0) ? "whatsapp:" : "";
		if (random.nextInt(3) > 0 && this.nextCustomer.get() < CUSTOMERS) {
			return prefix + customer(this.nextCustomer.getAndIncrement());
		}
		return prefix + String.format("+49152%08d", this.nextStranger.getAndIncrement());
	}

	/** The address of ours that is written to. */
	public static String ours(String from) {
		return from.startsWith("whatsapp:") ? WHATSAPP : SMS;
	}

	/** What the conversation with that address is to be called. */
	public static String nameOf(String address) {
		String number = address.replace("whatsapp:", "");
		return isCustomer(address) ? "Customer " + idOf(address) : number;
	}

	public static boolean isCustomer(String address) {
		return address.contains("+49151");
	}

	public static String idOf(String address) {
		return String.valueOf(Integer.parseInt(address.substring(address.indexOf("+49151") + 6)));
	}

	/** Every fifth customer is nobody's, and goes to the pool. */
	static String customersJson() {
		return IntStream.range(0, CUSTOMERS)
			.mapToObj((i) -> String.format(
					"{\"customer_id\":%d,\"display_name\":\"Customer %d\",%s\"channels\":["
							+ "{\"type\":\"sms\",\"value\":\"%s\"},{\"type\":\"whatsapp\",\"value\":\"%s\"}]}",
					i, i, (i % 5 == 0) ? "" : "\"worker\":\"" + WORKERS.get(i % 5 - 1) + "\",", customer(i),
					customer(i)))
			.collect(Collectors.joining(",\n", "[\n", "\n]\n"));
	}

	static String workersYaml() {
		return WORKERS.stream()
			.map((worker) -> "- { identity: " + worker + ", team: desk }\n")
			.collect(Collectors.joining());
	}

	/** The number of the customer of that number, from 0. */
	public static String customer(int number) {
		return String.format("+49151%08d", number);
	}

}
