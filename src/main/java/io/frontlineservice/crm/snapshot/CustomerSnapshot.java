package io.frontlineservice.crm.snapshot;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.crm.search.SearchTerms;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * All customers of a CRM at one moment, in order, found by id, address, owner and search.
 * Made by adapters that read all customers, asked by {@link SnapshotCrm}. A customer's
 * ordinal is its place in the order. Immutable and thread-safe.
 */
public final class CustomerSnapshot {

	private static final RoaringBitmap NOBODY = new RoaringBitmap();

	private final CrmCustomer[] customers;

	private final CustomerOrder[] orders;

	private final SearchTerms[] terms;

	private final RoaringBitmap all;

	private final Map<CustomerId, CrmCustomer> byId;

	private final Map<WorkerIdentity, RoaringBitmap> byOwner = new HashMap<>();

	private final Map<Audience, RoaringBitmap> byTeam = new ConcurrentHashMap<>();

	private final AddressIndex addresses;

	private final SearchIndex index;

	/** Creates a snapshot of these customers. Their ids are unique. */
	public CustomerSnapshot(List<CrmCustomer> unordered) {
		this.customers = unordered.toArray(CrmCustomer[]::new);
		this.orders = new CustomerOrder[this.customers.length];
		this.terms = new SearchTerms[this.customers.length];
		this.byId = new HashMap<>(this.customers.length * 2);
		this.all = RoaringBitmap.bitmapOfRange(0, this.customers.length);
		sort();
		for (int ordinal = 0; ordinal < this.customers.length; ordinal++) {
			CrmCustomer customer = this.customers[ordinal];
			this.terms[ordinal] = SearchTerms.of(customer);
			this.byId.put(customer.id(), customer);
			for (WorkerIdentity owner : customer.owners()) {
				this.byOwner.computeIfAbsent(owner, (key) -> new RoaringBitmap()).add(ordinal);
			}
		}
		this.addresses = new AddressIndex(this.customers);
		this.index = new SearchIndex(this.terms);
	}

	private void sort() {
		record Placed(CustomerOrder order, CrmCustomer customer) {
		}
		Placed[] placed = Arrays.stream(this.customers)
			.map((customer) -> new Placed(CustomerOrder.of(customer), customer))
			.toArray(Placed[]::new);
		Arrays.sort(placed, (one, other) -> one.order().compareTo(other.order()));
		SharedTexts texts = new SharedTexts();
		for (int ordinal = 0; ordinal < placed.length; ordinal++) {
			this.orders[ordinal] = placed[ordinal].order();
			this.customers[ordinal] = texts.sharing(placed[ordinal].customer());
		}
	}

	/** Returns how many customers there are. */
	public int size() {
		return this.customers.length;
	}

	Optional<CrmCustomer> byId(CustomerId id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/** The first customers with that address, up to that limit. */
	List<CrmCustomer> byAddress(Address address, int limit) {
		return this.addresses.at(address, limit);
	}

	/** Returns a summary of all customers. */
	public CustomerSummary summary() {
		return CustomerSummary.of(Arrays.asList(this.customers));
	}

	/** Returns the numbers that several customers have. */
	public SharedNumbers sharedNumbers() {
		return SharedNumbers.of(this.addresses.sharedNumbers(), this.customers);
	}

	/**
	 * A page of the customers that the audience may see and that match the search, if
	 * any.
	 */
	CrmPage list(Audience audience, @Nullable Search search, @Nullable String cursor, int limit) {
		PageOrder order = PageOrder.of(this.orders, (search != null) ? search.names() : null, cursor);
		RoaringBitmap visible = audience.all() ? this.all : visibleTo(audience);
		RoaringBitmap found = (search != null) ? this.index.candidates(search, visible) : visible;
		List<CrmCustomer> page = new ArrayList<>(limit);
		for (PageOrder.Span span : order.spans()) {
			PeekableIntIterator ordinals = found.getIntIterator();
			ordinals.advanceIfNeeded(span.from());
			while (ordinals.hasNext() && ordinals.peekNext() < span.end()) {
				int ordinal = ordinals.next();
				if (search == null || search.matches(this.terms[ordinal])) {
					if (page.size() == limit) {
						return page(page, true);
					}
					page.add(this.customers[ordinal]);
				}
			}
		}
		return page(page, false);
	}

	private static CrmPage page(List<CrmCustomer> customers, boolean more) {
		return new CrmPage(customers, more ? CustomerOrder.cursor(customers.get(customers.size() - 1)) : null);
	}

	private RoaringBitmap visibleTo(Audience audience) {
		List<RoaringBitmap> owned = new ArrayList<>();
		for (WorkerIdentity owner : audience.owners()) {
			RoaringBitmap ordinals = this.byOwner.get(owner);
			if (ordinals != null) {
				owned.add(ordinals);
			}
		}
		return switch (owned.size()) {
			case 0 -> NOBODY;
			case 1 -> owned.get(0);
			default -> this.byTeam.computeIfAbsent(audience, (key) -> FastAggregation.or(owned.iterator()));
		};
	}

}
