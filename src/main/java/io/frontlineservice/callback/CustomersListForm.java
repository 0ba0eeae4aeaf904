package io.frontlineservice.callback;

import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomersRequest;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import jakarta.validation.constraints.Size;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code GetCustomersList}. Page size, token and anchor are never wrong,
 * because the app has them from us: what cannot be used is clamped, or ends the list.
 *
 * @param worker the identity of the app user
 * @param pageSize how many customers the app shows at once; it sends 30
 * @param nextPageToken the token of the page before
 * @param anchor the id of the last customer the app has, in its older versions
 * @param query what the worker typed into the search
 */
record CustomersListForm(@BindParam("Worker") @RequiredText String worker,
		@BindParam("PageSize") @Nullable String pageSize, @BindParam("NextPageToken") @Nullable String nextPageToken,
		@BindParam("Anchor") @Nullable String anchor,
		@BindParam("Query") @Nullable @Size(max = RequiredText.LONGEST, message = RequiredText.TOO_LONG) String query) {

	private static final int USUAL_PAGE_SIZE = 30;

	private static final int LARGEST_PAGE_SIZE = 100;

	private static final int LONGEST_PAGE_SIZE = 3;

	private static final Pattern WHOLE_NUMBER = Pattern.compile("(?<sign>[+-]?)(?=[0-9])0*(?<digits>[0-9]*)");

	WorkerIdentity identity() {
		return WorkerIdentity.of(this.worker);
	}

	CustomersRequest toRequest(Worker worker) {
		return new CustomersRequest(worker, (this.query != null) ? this.query : "", clampedPageSize(),
				emptyAsAbsent(this.nextPageToken), anchorId());
	}

	private @Nullable CustomerId anchorId() {
		String id = emptyAsAbsent(this.anchor);
		return (id != null) ? new CustomerId(id) : null;
	}

	private int clampedPageSize() {
		Matcher number = WHOLE_NUMBER.matcher((this.pageSize != null) ? this.pageSize.strip() : "");
		if (!number.matches()) {
			return USUAL_PAGE_SIZE;
		}
		if (number.group("sign").equals("-")) {
			return 1;
		}
		String digits = number.group("digits");
		int size = (digits.length() > LONGEST_PAGE_SIZE) ? LARGEST_PAGE_SIZE : Integer.parseInt("0" + digits);
		return Math.max(1, Math.min(LARGEST_PAGE_SIZE, size));
	}

	private static @Nullable String emptyAsAbsent(@Nullable String text) {
		return (text != null && !text.isEmpty()) ? text : null;
	}

}
