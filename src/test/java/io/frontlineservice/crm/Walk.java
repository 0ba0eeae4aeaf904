package io.frontlineservice.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pages through the list of an adapter. Used by the tests of adapters. */
public record Walk(CrmAdapter adapter, Audience audience, String search) {

	private static final int TOO_MANY_PAGES = 10_000;

	public static Walk all(CrmAdapter adapter) {
		return new Walk(adapter, Audience.EVERYONE, "");
	}

	public static Deadline soon() {
		return Deadline.in(Duration.ofMinutes(1));
	}

	public CrmPage page(String cursor, int limit) {
		return this.adapter.list(this.audience, this.search, cursor, limit, soon());
	}

	/** All customers in pages of that size, each page checked. */
	public List<CrmCustomer> inPagesOf(int size) {
		List<CrmCustomer> walked = new ArrayList<>();
		CrmPage page = page(null, size);
		for (int pages = 1; page.more(); pages++) {
			assertThat(page.customers()).as("a page that is not the last").isNotEmpty().hasSizeLessThanOrEqualTo(size);
			assertThat(pages).as("pages").isLessThan(TOO_MANY_PAGES);
			walked.addAll(page.customers());
			page = page(page.next(), size);
			assertThat(page.customers()).as("a page that the one before announced").isNotEmpty();
		}
		assertThat(page.customers()).hasSizeLessThanOrEqualTo(size);
		walked.addAll(page.customers());
		return walked;
	}

	public List<String> idsInPagesOf(int size) {
		return inPagesOf(size).stream().map((it) -> it.id().value()).toList();
	}

	/** The ids of all customers, in one large page. */
	public List<String> ids() {
		return idsInPagesOf(10_000);
	}

}
