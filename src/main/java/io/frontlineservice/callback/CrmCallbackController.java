package io.frontlineservice.callback;

import static io.frontlineservice.callback.RequiredText.MAX_LENGTH;
import static io.frontlineservice.callback.RequiredText.TOO_LONG;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerList;
import io.frontlineservice.customer.CustomerService;
import io.frontlineservice.customer.CustomersRequest;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The CRM callback: the customers for the app's My Customers screens. Called by Twilio
 * Frontline, behind the signature filter.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/my-customers">My Customers</a>
 */
@RestController
@RequestMapping("/callbacks/crm")
final class CrmCallbackController {

	private final CustomerService customers;

	CrmCallbackController(CustomerService customers) {
		this.customers = customers;
	}

	@PostMapping(params = "Location=GetCustomersList")
	ListEnvelope getCustomersList(@CallbackForm CustomersListForm form, Worker worker, Deadline deadline) {
		return new ListEnvelope(CustomersAnswer.of(this.customers.list(form.toRequest(worker), deadline)));
	}

	@PostMapping(params = "Location=GetCustomerDetailsByCustomerId")
	DetailsEnvelope getCustomerDetailsByCustomerId(@CallbackForm CustomerDetailsForm form, Worker worker,
			Deadline deadline) {
		return new DetailsEnvelope(new CustomerAnswer(this.customers.details(worker, form.id(), deadline)));
	}

	/**
	 * The form of {@code GetCustomersList}. Page size, token and anchor never cause an
	 * error, because the app has them from this service: the page size is clamped, and an
	 * unknown token or anchor ends the list.
	 *
	 * @param worker the identity of the app user
	 * @param pageSize the number of customers on a page; the app sends 30
	 * @param nextPageToken the token from the previous page
	 * @param anchor the id of the last customer that the app shows; sent by older
	 * versions
	 * @param query the text that the worker searches for
	 */
	record CustomersListForm(@BindParam("Worker") @RequiredText String worker,
			@BindParam("PageSize") @Nullable String pageSize,
			@BindParam("NextPageToken") @Nullable String nextPageToken, @BindParam("Anchor") @Nullable String anchor,
			@BindParam("Query") @Nullable @Size(max = MAX_LENGTH, message = TOO_LONG) String query)
			implements
				WorkerForm {

		private static final int DEFAULT_PAGE_SIZE = 30;

		private static final int MAX_PAGE_SIZE = 100;

		private static final int MAX_DIGITS = 3;

		/** Possessive, so that no text takes more than linear time. */
		private static final Pattern WHOLE_NUMBER = Pattern.compile("([+-]?)(?=[0-9])0*+([0-9]*+)");

		CustomersRequest toRequest(Worker worker) {
			return new CustomersRequest(worker, identity(), (this.query != null) ? this.query : "", clampedPageSize(),
					emptyAsAbsent(this.nextPageToken), anchorId());
		}

		private @Nullable CustomerId anchorId() {
			String id = emptyAsAbsent(this.anchor);
			return (id != null) ? new CustomerId(id) : null;
		}

		private int clampedPageSize() {
			Matcher number = WHOLE_NUMBER.matcher((this.pageSize != null) ? this.pageSize.strip() : "");
			if (!number.matches()) {
				return DEFAULT_PAGE_SIZE;
			}
			if (number.group(1).equals("-")) {
				return 1;
			}
			String digits = number.group(2);
			int size = (digits.length() > MAX_DIGITS) ? MAX_PAGE_SIZE : Integer.parseInt("0" + digits);
			return Math.max(1, Math.min(MAX_PAGE_SIZE, size));
		}

		private static @Nullable String emptyAsAbsent(@Nullable String text) {
			return (text != null && !text.isEmpty()) ? text : null;
		}

	}

	/**
	 * The form of {@code GetCustomerDetailsByCustomerId}.
	 *
	 * @param worker the identity of the app user
	 * @param customerId the id of the customer
	 */
	record CustomerDetailsForm(@BindParam("Worker") @RequiredText String worker,
			@BindParam("CustomerId") @RequiredText String customerId) implements WorkerForm {

		CustomerId id() {
			return new CustomerId(this.customerId);
		}

	}

	/**
	 * The envelope that the app expects around a list. One generic envelope would make
	 * Spring resolve its type for each answer.
	 *
	 * @param objects the answer
	 */
	record ListEnvelope(CustomersAnswer objects) {
	}

	/**
	 * The envelope that the app expects around details.
	 *
	 * @param objects the answer
	 */
	record DetailsEnvelope(CustomerAnswer objects) {
	}

	/**
	 * A page of customers.
	 *
	 * @param customers the customers in the order in which the app lists them
	 * @param searchable true: the app sends searches to this service
	 * @param nextPageToken the token for the next page; absent on the last page
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CustomersAnswer(List<Customer> customers, boolean searchable, @Nullable String nextPageToken) {

		static CustomersAnswer of(CustomerList list) {
			return new CustomersAnswer(list.customers(), true, list.nextPageToken());
		}

	}

	/** The details of one customer. */
	record CustomerAnswer(Customer customer) {
	}

}
