package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The customers of a load test: on average 1,000 for each worker, up to 10,000; names of
 * which some are common and most are rare. The same number of customers is always the
 * same customers. Beyond the first million they are copies of it, with the same names but
 * other ids, numbers and workers. Used by {@link LargeDatabase}, which also makes these
 * copies in SQL, and by {@code DatabaseCalls}. Thread-safe.
 */
public final class ManyCustomers {

	/** How many customers are no copies. */
	static final int ORIGINALS = 1_000_000;

	/** The id of the first customer. */
	static final int FIRST_ID = 1_000_000_000;

	private static final int CUSTOMERS_OF_A_WORKER = 1_000;

	private static final int WORKERS_OF_ORIGINALS = ORIGINALS / CUSTOMERS_OF_A_WORKER;

	private static final List<String> FIRST = List.of("Maria", "Ana", "José", "Anna", "Peter", "Jürgen", "Nora",
			"Lukas", "Zoe", "Marc", "Siobhán", "Ali", "Mehmet", "Łukasz", "Ingrid", "Otto", "Carla", "Noah", "Emma",
			"Liam");

	private static final List<String> LAST = List.of("Silva", "Garcia", "Müller", "Smith", "Hill", "Nowak", "Rossi",
			"Dupont", "Jensen", "Yılmaz", "O'Brien", "Berg", "Frey", "Lind", "Marsh", "Costa", "Weber", "Novak", "Khan",
			"Cruz");

	private static final List<String> SYLLABLES = List.of("ba", "be", "bi", "bo", "da", "de", "di", "do", "fa", "fe",
			"ka", "ke", "ki", "ko", "la", "le", "li", "lo", "ma", "me", "mi", "na", "ne", "ni", "no", "ra", "re", "ri",
			"ro", "sa", "se", "si", "so", "ta", "te", "ti", "to", "va", "ve", "vi");

	private ManyCustomers() {
	}

	/**
	 * Returns a worker, by a number from 0; those of copies are like {@code g3worker12}.
	 */
	public static String worker(int number) {
		int copy = number / WORKERS_OF_ORIGINALS;
		return ((copy > 0) ? "g" + copy : "") + "worker" + number % WORKERS_OF_ORIGINALS + "@example.com";
	}

	/** Returns how many workers there are. */
	public static int workers(int rows) {
		return Math.max(1, rows / CUSTOMERS_OF_A_WORKER);
	}

	/** Returns the number of a customer. */
	public static String number(int customer) {
		return "+4917" + (100_000_000 + customer);
	}

	/** Returns the customer with that number, from 0. */
	public static CrmCustomer customer(int i, int rows) {
		int original = i % ORIGINALS;
		Random random = new Random(original * 2_654_435_761L);
		String first = name(FIRST, random, 2);
		String last = name(LAST, random, 3);
		int worker = (int) (workers(Math.min(rows, ORIGINALS)) * Math.pow(random.nextDouble(), 1.5));
		Customer card = new Customer(String.valueOf(FIRST_ID + i), first + " " + last, List
			.of(new Channel(ChannelType.SMS, number(i)), new Channel(ChannelType.WHATSAPP, "whatsapp:" + number(i))),
				null, null, null);
		String email = (first + "." + last + original % 997).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "")
				+ "@example.com";
		return new CrmCustomer(card, Set.of(WorkerIdentity.of(worker(i / ORIGINALS * WORKERS_OF_ORIGINALS + worker))),
				List.of(email), (original % 3 == 0) ? name(LAST, random, 3) + " Ltd" : null, "de", null,
				Map.of("city", "Vienna", "vip", original % 7 == 0));
	}

	/**
	 * Returns the last name of a customer if it is a rare one, otherwise an empty text.
	 */
	public static String rareWord(CrmCustomer customer) {
		String last = customer.name().substring(customer.name().lastIndexOf(' ') + 1);
		return LAST.contains(last) ? "" : last;
	}

	/** A third has one of the common names, and of these the first ones more often. */
	private static String name(List<String> common, Random random, int syllables) {
		if (random.nextInt(3) == 0) {
			return common.get((int) (common.size() * Math.pow(random.nextDouble(), 2)));
		}
		StringBuilder name = new StringBuilder();
		for (int i = 0; i < syllables; i++) {
			name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
		}
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

}
