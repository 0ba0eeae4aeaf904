package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.diagnosis.Observation;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/** What the first customers of a CRM lack, for the doctor. Used by adapters. */
public final class CustomerSample {

	private CustomerSample() {
	}

	/**
	 * Tells how many customers have no usable number: a warning if that is half of them
	 * or more.
	 * @param customers one customer or more
	 * @param fix what to check then
	 */
	public static Observation numbers(Collection<CrmCustomer> customers, String fix) {
		return lacking("no usable number", (it) -> it.channels().isEmpty(), customers, fix);
	}

	/** Tells how many customers have no owner, in the same way. */
	public static Observation owners(Collection<CrmCustomer> customers, String fix) {
		return lacking("no owner", (it) -> it.owners().isEmpty(), customers, fix);
	}

	private static Observation lacking(String what, Predicate<CrmCustomer> lacks, Collection<CrmCustomer> customers,
			String fix) {
		long lacking = customers.stream().filter(lacks).count();
		String seen = String.format(Locale.ROOT, "of the first %,d customers, %,d have %s", customers.size(), lacking,
				what);
		return (lacking * 2 < customers.size()) ? Observation.holds(seen) : Observation.warning(seen, fix);
	}

}
