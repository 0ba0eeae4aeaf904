package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Lets benchmarks of other packages create a {@link CrmGuard}. */
public final class SampleGuard {

	private SampleGuard() {
	}

	/** Returns a CRM that is called through a guard. */
	public static CrmAdapter guard(CrmAdapter crm) {
		return new CrmGuard(crm, new SimpleMeterRegistry());
	}

}
