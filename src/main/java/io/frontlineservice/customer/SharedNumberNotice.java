package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds a notice to the details of a customer: the names of other customers with the same
 * number, because a message from that number may come from them. The notice lists only
 * customers that the worker may see, in the order of the CRM. Called by
 * {@link CustomerService}. Thread-safe.
 */
final class SharedNumberNotice {

	private static final Logger logger = LoggerFactory.getLogger(SharedNumberNotice.class);

	static final String TITLE = "Shared number";

	/** The longest time that the notice may add to a request for details. */
	private static final Duration BUDGET = Duration.ofSeconds(1);

	/** With less time than this, the details have no notice. */
	private static final Duration MIN_BUDGET = Duration.ofMillis(500);

	/** The maximum number of lookups in the CRM. */
	private static final int MAX_NUMBERS = 5;

	private final CrmAdapter crm;

	private final CustomerAccess access;

	SharedNumberNotice(CrmAdapter crm, CustomerAccess access) {
		this.crm = crm;
		this.access = access;
	}

	/**
	 * Returns what the app shows of the customer, including the notice. The notice is
	 * left out if no other customer has the same number, or if the lookup fails or takes
	 * too long.
	 */
	Customer withNotice(Worker worker, CrmCustomer customer, Deadline deadline) {
		Customer card = customer.card();
		if (deadline.remaining().compareTo(MIN_BUDGET) < 0) {
			return card;
		}
		try {
			List<String> notices = notices(worker, customer, deadline.within(BUDGET));
			return notices.isEmpty() ? card : card.withDetails(withParagraph(card.details(), notices));
		}
		catch (RuntimeException ex) {
			logger.debug("Details are answered without the notice about a shared number: {}", ex.getClass().getName());
			return card;
		}
	}

	private List<String> notices(Worker worker, CrmCustomer customer, Deadline deadline) {
		Map<String, Address> numbers = numbers(customer);
		List<String> notices = new ArrayList<>(0);
		for (Address address : numbers.values()) {
			List<String> names = namesOfOthers(worker, customer, address, deadline);
			if (!names.isEmpty()) {
				String where = (numbers.size() == 1) ? "this number" : String.valueOf(address.number());
				notices.add("Also at " + where + ": " + String.join(", ", names));
			}
		}
		return notices;
	}

	/** Returns the first address of each number, by the number in its comparable form. */
	private static Map<String, Address> numbers(CrmCustomer customer) {
		Map<String, Address> numbers = new LinkedHashMap<>();
		for (Channel channel : customer.channels()) {
			Address address = channel.toAddress();
			String number = address.comparableNumber();
			if (number != null && numbers.size() < MAX_NUMBERS) {
				numbers.putIfAbsent(number, address);
			}
		}
		return numbers;
	}

	private List<String> namesOfOthers(Worker worker, CrmCustomer customer, Address address, Deadline deadline) {
		List<String> names = new ArrayList<>(0);
		for (CrmCustomer other : this.crm.actingAs(worker).byAddress(address, deadline)) {
			boolean isAnother = !other.id().equals(customer.id());
			// The same name twice would look like a mistake.
			if (isAnother && maySee(worker, other, deadline) && !names.contains(other.name())) {
				names.add(other.name());
			}
		}
		return names;
	}

	private boolean maySee(Worker worker, CrmCustomer other, Deadline deadline) {
		if (deadline.hasPassed()) {
			throw new CrmUnavailableException("The time for the notice about a shared number was used up", null);
		}
		return this.access.maySee(worker, other, deadline);
	}

	private static Detail withParagraph(@Nullable Detail details, List<String> notices) {
		String paragraph = String.join("\n", notices);
		if (details == null) {
			return new Detail(TITLE, paragraph);
		}
		String content = (details.content() != null) ? details.content().stripTrailing() : "";
		return new Detail(details.title(), content.isEmpty() ? paragraph : content + "\n\n" + paragraph);
	}

}
