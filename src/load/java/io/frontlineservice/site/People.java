package io.frontlineservice.site;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The people who write, each of them once: customers in the CRM, until all have written,
 * and strangers. Used by {@link Crowd}, and by the runs to know the expected results.
 * Thread-safe.
 */
public final class People {

	public static final String SMS = "+15005550006";

	static final String WHATSAPP = "whatsapp:+14155238886";

	/** The workers; the last one is the default worker. */
	static final List<String> WORKERS = List.of("ada@example.com", "ben@example.com", "chiara@example.com",
			"dmitri@example.com");

	/** The number of customers in the CRM. */
	public static final int CUSTOMERS = 5_000;

	private final AtomicInteger nextCustomer = new AtomicInteger();

	private final AtomicInteger nextStranger = new AtomicInteger();

	/** The address of the sender of the next message, in the form of Conversations. */
	public String next(RandomGenerator random) {
		String prefix = (random.nextInt(3) == 0) ? "whatsapp:" : "";
		if (random.nextInt(3) > 0 && this.nextCustomer.get() < CUSTOMERS) {
			return prefix + customer(this.nextCustomer.getAndIncrement());
		}
		return prefix + String.format("+49152%08d", this.nextStranger.getAndIncrement());
	}

	/** The sender of the service to which this address writes. */
	public static String ours(String from) {
		return from.startsWith("whatsapp:") ? WHATSAPP : SMS;
	}

	/** The expected name of the conversation with this address. */
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

	/** The identity of the worker with this index, from 0. */
	public static String worker(int index) {
		return WORKERS.get(index);
	}

	/** The number of workers. */
	public static int workers() {
		return WORKERS.size();
	}

	/** The customers that the worker with this index owns. */
	public static List<Integer> customersOf(int worker) {
		return IntStream.range(0, CUSTOMERS).filter((i) -> i % 5 == worker + 1).boxed().toList();
	}

	/** Whether a worker owns the customer with this address. */
	public static boolean hasOwner(String address) {
		return Integer.parseInt(idOf(address)) % 5 != 0;
	}

	/** The customer file. Every fifth customer has no owner, so the pool rule decides. */
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

	/** The phone number of the customer with this index, from 0. */
	public static String customer(int number) {
		return String.format("+49151%08d", number);
	}

}
