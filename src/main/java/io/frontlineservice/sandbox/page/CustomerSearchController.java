package io.frontlineservice.sandbox.page;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.TargetSettings;
import io.frontlineservice.sandbox.page.CustomerNumbers.UsableNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds customers for the customer's phone, regardless of owner. Called by the page.
 * Another server does not tell its customers, so the lists are empty then.
 */
@RestController
@RequestMapping("/sandbox/api/people")
@OnlyWithPretendTwilio
final class CustomerSearchController {

	/** The maximum number of customers in a list. */
	static final int MOST = 20;

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	private final CrmAdapter crm;

	private final CustomerNumbers numbers;

	private final TargetSettings target;

	CustomerSearchController(CrmAdapter crm, CustomerNumbers numbers, TargetSettings target) {
		this.crm = crm;
		this.numbers = numbers;
		this.target = target;
	}

	/** Searches by name or number; a blank query returns the first customers. */
	@GetMapping
	Found search(@RequestParam(defaultValue = "") String query) {
		if (this.target.isSet()) {
			return new Found(List.of(), false);
		}
		Deadline deadline = Deadline.in(TIMEOUT);
		List<CrmCustomer> found = new ArrayList<>();
		this.numbers.find(query).ifPresent((address) -> found.addAll(this.crm.byAddress(address, deadline)));
		CrmPage page = this.crm.list(Audience.EVERYONE, query.strip(), null, MOST, deadline);
		found.addAll(page.customers());
		return new Found(found.stream().map(CustomerChoice::of).distinct().toList(), page.more());
	}

	/** Returns a number in E.164, and its customers. */
	@GetMapping("/at")
	AtNumber at(@RequestParam String number) {
		UsableNumber read = this.numbers.read(number);
		@Nullable List<CustomerChoice> people = this.target.isSet() ? List.of() : customersAt(read.address());
		return new AtNumber(String.valueOf(read.address().number()), read.remark(),
				(people != null) ? people : List.of(), people != null);
	}

	/** Returns null if the CRM does not answer. */
	private @Nullable List<CustomerChoice> customersAt(Address address) {
		try {
			return this.crm.byAddress(address, Deadline.in(TIMEOUT)).stream().map(CustomerChoice::of).toList();
		}
		catch (CrmUnavailableException ex) {
			return null;
		}
	}

	/**
	 * The customers that match a search.
	 *
	 * @param more whether more customers match
	 */
	record Found(List<CustomerChoice> people, boolean more) {
	}

	/**
	 * The customers at a number.
	 *
	 * @param number the number in E.164
	 * @param remark what is doubtful about the number; null without a doubt
	 * @param answered whether the CRM answered
	 */
	record AtNumber(String number, @Nullable String remark, List<CustomerChoice> people, boolean answered) {
	}

}
