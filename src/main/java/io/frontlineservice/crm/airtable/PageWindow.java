package io.frontlineservice.crm.airtable;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The customers of a list up to the end of a page. Filled by {@link RecordReader} for
 * {@link AirtableCrm}. Not thread-safe.
 */
final class PageWindow implements RecordReader.Collected {

	private final ListPlace place;

	private final int limit;

	private final Function<Map<String, Object>, CrmCustomer> mapper;

	private final Predicate<CrmCustomer> isVisible;

	private final List<CrmCustomer> customers = new ArrayList<>();

	private final List<String> ids = new ArrayList<>();

	private boolean complete;

	/**
	 * Creates an empty window.
	 * @param place where the page begins
	 * @param limit the most customers of the page
	 * @param isVisible which customers belong to the list, of those that a formula finds
	 */
	PageWindow(ListPlace place, int limit, Function<Map<String, Object>, CrmCustomer> mapper,
			Predicate<CrmCustomer> isVisible) {
		this.place = place;
		this.limit = limit;
		this.mapper = mapper;
		this.isVisible = isVisible;
	}

	@Override
	public void add(Map<String, Object> record) {
		CrmCustomer customer = this.mapper.apply(record);
		if (this.isVisible.test(customer)) {
			this.customers.add(customer);
			this.ids.add(customer.id().value());
		}
	}

	/** One more customer than the page has shows that there are further ones. */
	@Override
	public boolean isEnough() {
		int start = this.place.in(this.ids, false);
		return start >= 0
				&& this.ids.stream().skip(start).filter((id) -> !this.place.remembers(id)).count() > this.limit;
	}

	@Override
	public void end() {
		this.complete = true;
	}

	/** Returns the page. A customer that the place remembers was on an earlier one. */
	CrmPage page() {
		List<CrmCustomer> page = new ArrayList<>();
		int end = Math.max(0, this.place.in(this.ids, this.complete));
		for (int i = end; i < this.ids.size(); i++) {
			if (!this.place.remembers(this.ids.get(i))) {
				if (page.size() == this.limit) {
					return new CrmPage(page, ListPlace.after(end, this.ids).cursor());
				}
				page.add(this.customers.get(i));
				end = i + 1;
			}
		}
		return new CrmPage(page, null);
	}

}
