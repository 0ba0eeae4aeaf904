package io.frontlineservice.callback;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import io.frontlineservice.customer.CustomerService;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The CRM callback: what the app's My Customers screens ask. Called by Twilio Frontline,
 * behind the signature filter.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/my-customers">My Customers</a>
 */
@RestController
@RequestMapping("/callbacks/crm")
final class CrmCallbackController {

	private final CustomerService customers;

	private final WorkerDirectory directory;

	private final CallbackSettings settings;

	CrmCallbackController(CustomerService customers, WorkerDirectory directory, CallbackSettings settings) {
		this.customers = customers;
		this.directory = directory;
		this.settings = settings;
	}

	@PostMapping(params = "Location=GetCustomersList")
	CustomersAnswer getCustomersList(@CallbackForm CustomersListForm form) {
		Worker worker = this.directory.worker(form.identity());
		return CustomersAnswer.of(this.customers.list(form.toRequest(worker), Deadline.in(this.settings.budget())));
	}

	@PostMapping(params = "Location=GetCustomerDetailsByCustomerId")
	CustomerAnswer getCustomerDetailsByCustomerId(@CallbackForm CustomerDetailsForm form) {
		Worker worker = this.directory.worker(form.identity());
		return CustomerAnswer.of(this.customers.details(worker, form.id(), Deadline.in(this.settings.budget())));
	}

	@PostMapping
	ResponseEntity<ProblemDetail> unknownLocation(
			@RequestParam(name = "Location", required = false) @Nullable String location) {
		return Answers.unknownLocation(location, "GetCustomersList and GetCustomerDetailsByCustomerId");
	}

	@RequestMapping(method = { GET, HEAD, PUT, PATCH, DELETE, OPTIONS })
	ResponseEntity<ProblemDetail> notPost() {
		return Answers.onlyPost("CRM callback");
	}

}
