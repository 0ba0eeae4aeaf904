package io.frontlineservice.crm.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.text.UTF16;
import com.ibm.icu.util.ULocale;
import io.frontlineservice.customer.CrmCustomer;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The place of a customer in the order of the list: by name in the root collation of
 * Unicode, then by id. Used by adapters that sort customers themselves. Immutable.
 */
public final class CustomerOrder implements Comparable<CustomerOrder> {

	/** The order of UTF-8 in databases. */
	private static final Comparator<String> BY_CODE_POINT = new UTF16.StringComparator(true, false, 0);

	static final Collator COLLATOR = Collator.getInstance(ULocale.ROOT).freeze();

	/**
	 * Separates name and id in a cursor. A name is one line, so it never contains this.
	 */
	private static final char SEPARATOR = '\n';

	private final byte[] key;

	private final String id;

	private CustomerOrder(byte[] key, String id) {
		this.key = key;
		this.id = id;
	}

	/** Returns the place of that customer. */
	public static CustomerOrder of(CrmCustomer customer) {
		return of(customer.name(), customer.id().value());
	}

	private static CustomerOrder of(String name, String id) {
		RawCollationKey key = ((RuleBasedCollator) COLLATOR).getRawCollationKey(name, null);
		return new CustomerOrder(Arrays.copyOf(key.bytes, key.size), id);
	}

	/** Returns the place as text, made of the customer alone. */
	public static String cursor(CrmCustomer customer) {
		return customer.name() + SEPARATOR + customer.id().value();
	}

	/** Returns whether this text has the form that {@link #cursor} makes. */
	public static boolean isCursor(String text) {
		return text.indexOf(SEPARATOR) >= 0;
	}

	/** Returns the place that such a text names. */
	public static CustomerOrder ofCursor(String cursor) {
		int separator = cursor.indexOf(SEPARATOR);
		return of(cursor.substring(0, separator), cursor.substring(separator + 1));
	}

	/** Returns the sort key of the name. Keys are compared byte by byte, unsigned. */
	public byte[] nameKey() {
		return this.key.clone();
	}

	/** Returns the id, which decides between equal names. */
	public String id() {
		return this.id;
	}

	@Override
	public int compareTo(CustomerOrder other) {
		int byName = Arrays.compareUnsigned(this.key, other.key);
		return (byName != 0) ? byName : BY_CODE_POINT.compare(this.id, other.id);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof CustomerOrder order && compareTo(order) == 0;
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
