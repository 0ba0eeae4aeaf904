package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;

/** Lets tests of other packages call an adapter as callbacks do. */
public final class GuardedCrm {

	private GuardedCrm() {
	}

	/** Returns the adapter behind a new guard. */
	public static CrmAdapter of(CrmAdapter crm, MeterRegistry meters) {
		return new CrmGuard(crm, meters);
	}

}
