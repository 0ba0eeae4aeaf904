package io.frontlineservice.crm.rest;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Examines the API for the doctor: whether it answers, whether its records become
 * customers, and whether it finds them by id and by number. Called by {@link RestVendor}.
 * Not thread-safe.
 */
final class RestExamination {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private final RestSettings settings;

	private final RestRequests requests;

	private final PageReader reader;

	private final CustomerRecords records;

	private final RestCrm crm;

	private final List<Observation> observations = new ArrayList<>();

	RestExamination(RestSettings configured, RestApi api, AddressReader addresses) {
		this.settings = configured.complete();
		this.requests = RestRequests.of(this.settings);
		this.reader = new PageReader(api, this.settings.url().base(), this.settings.paging());
		this.records = new CustomerRecords(this.settings, configured.isContract(), addresses,
				new OwnerFilter(this.settings));
		this.crm = new RestCrm(configured, api, addresses);
	}

	List<Observation> examine() {
		try {
			List<Map<String, Object>> first = this.reader
				.read(this.requests.list(), PlaceholderValues.NONE, this.reader.firstPage(), deadline())
				.records();
			addCapabilities();
			List<CrmCustomer> customers = first.stream().flatMap((it) -> this.records.customer(it).stream()).toList();
			this.observations.addAll(new FirstPage(first.size(), customers,
					!this.settings.fields().names(CustomerField.WORKER).isEmpty())
				.examine());
			addPageSize(first.size());
			addLookUps(customers);
		}
		catch (CrmUnavailableException ex) {
			this.observations.add(failure(ex));
		}
		return this.observations;
	}

	private void addCapabilities() {
		boolean finds = this.requests.byAddress() != null;
		this.observations.add(finds ? Observation.holds("the API answers, and lists customers") : Observation.warning(
				"the API answers, but cannot find customers by their numbers",
				"set " + RestSettings.key("requests.by-address.path") + ": without it, callers are not recognized"));
		if (!this.requests.list().has(Placeholder.OWNERS)) {
			this.observations.add(Observation.holds("the API does not filter by owner: the service reads the customers "
					+ "of all workers to find those of one"));
		}
		if (!this.crm.can(CrmCapability.SEARCH)) {
			this.observations.add(Observation.holds("the API cannot search customers"));
		}
	}

	/** Without it, a shorter page seems to be the last one. */
	private void addPageSize(int count) {
		PagingSettings paging = this.settings.paging();
		boolean isNumbered = paging.type() == PagingType.PAGE || paging.type() == PagingType.OFFSET;
		if (!isNumbered || paging.more() != null || paging.total() != null || count == 0 || count >= paging.size()) {
			return;
		}
		String second = String.valueOf((paging.type() == PagingType.PAGE) ? paging.first() + 1 : count);
		if (!this.reader.read(this.requests.list(), PlaceholderValues.NONE, second, deadline()).records().isEmpty()) {
			this.observations.add(Observation.problem(
					String.format(Locale.ROOT,
							"the API answers with a page of %,d customers although %,d were asked "
									+ "for, and has more",
							count, paging.size()),
					"set " + RestSettings.key("paging.size") + " to the number of customers on a page of the API"));
		}
	}

	/** A customer of the list must be found again. */
	private void addLookUps(List<CrmCustomer> customers) {
		if (customers.isEmpty()) {
			return;
		}
		CustomerId id = customers.get(0).id();
		if (this.crm.byId(id, deadline()).isEmpty()) {
			this.observations.add(Observation.problem("the API does not find the first customer by its id",
					"check " + RestSettings.key("requests.by-id.path") + " and fields.customer-id"));
		}
		Optional<CrmCustomer> reachable = customers.stream().filter((it) -> !it.channels().isEmpty()).findFirst();
		if (reachable.isEmpty() || this.requests.byAddress() == null) {
			return;
		}
		Channel channel = reachable.get().channels().get(0);
		boolean isFound = this.crm.byAddress(channel.toAddress(), deadline())
			.stream()
			.anyMatch((it) -> it.id().equals(reachable.get().id()));
		this.observations.add(isFound ? Observation.holds("the API finds a customer by its number")
				: Observation.problem("the API does not find a customer of its list by its number",
						"check " + RestSettings.key("requests.by-address.path")
								+ ": it must find numbers as the API stores them"));
	}

	private static Observation failure(CrmUnavailableException failure) {
		String seen = String.valueOf(failure.getMessage());
		if (!(failure instanceof CrmErrorException error)) {
			return Observation.problem(seen, "run the doctor again in a minute");
		}
		return Observation.problem(seen, switch (error.errorClass()) {
			case CREDENTIALS -> "check " + RestSettings.key("authentication");
			case PERMISSION -> "let the credentials read customers";
			case INVALID_REQUEST, NOT_FOUND ->
				"check the paths in " + RestSettings.key("requests") + " and " + RestSettings.key("url");
			case RATE_LIMITED -> "run the doctor again in a minute";
			case UNAVAILABLE -> "check " + RestSettings.key("url") + ", and that this machine can reach it";
			case UNREADABLE -> "check " + RestSettings.key("url") + ", the paths and records in "
					+ RestSettings.key("requests") + ", and that the API answers JSON";
		});
	}

	private static Deadline deadline() {
		return Deadline.in(LONGEST_WAIT);
	}

}
