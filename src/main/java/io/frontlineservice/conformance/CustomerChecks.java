package io.frontlineservice.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The checks of the customers that the server lists. Part of {@link Checks}. */
final class CustomerChecks {

	static final List<Check> ALL = List.of(
			Check.of("the service can use each customer", "correct the properties that are named",
					CustomerChecks::usable),
			Check.of("numbers are in E.164", """
					write a plus sign, the country code and the number, without blanks; for WhatsApp with whatsapp: \
					before it""", CustomerChecks::notation));

	/** These are paths of their own. */
	private static final Set<String> IMPOSSIBLE_IDS = Set.of("by-address", ".", "..");

	private static final int MOST_NAMED = 3;

	private CustomerChecks() {
	}

	private static void usable(CheckContext context) {
		List<String> problems = new ArrayList<>();
		int place = 0;
		for (CheckedCustomer customer : context.sample().walk().customers()) {
			place++;
			if (IMPOSSIBLE_IDS.contains(customer.id())) {
				problems.add("customer " + place + ": its id is not possible");
			}
			for (String problem : customer.problems()) {
				problems.add("customer " + place + ": " + problem);
			}
		}
		CheckFailedException.unless(problems.isEmpty(), "customers as in customers-api.yaml", first(problems));
	}

	/** What cannot be read at all is missing in what is read. */
	private static void notation(CheckContext context) {
		List<String> problems = new ArrayList<>();
		int place = 0;
		for (CheckedCustomer customer : context.sample().walk().customers()) {
			place++;
			List<String> read = customer.channels()
				.stream()
				.map((it) -> CheckedCustomer.withoutPrefix(it.value()))
				.toList();
			if (!customer.writtenAddresses().allMatch(read::contains)) {
				problems.add("customer " + place + " has another address");
			}
		}
		CheckFailedException.unless(problems.isEmpty(), "numbers such as +493012345678, and chat identities",
				first(problems));
	}

	private static String first(List<String> problems) {
		String named = String.join("; ", problems.subList(0, Math.min(MOST_NAMED, problems.size())));
		return (problems.size() > MOST_NAMED) ? named + "; and " + (problems.size() - MOST_NAMED) + " more" : named;
	}

}
