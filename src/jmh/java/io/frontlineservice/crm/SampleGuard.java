package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;

/** Lets benchmarks outside this package put the guard before a CRM. */
public final class SampleGuard {

	private SampleGuard() {
	}

	/** That CRM behind its guard. */
	public static CrmAdapter before(CrmAdapter crm) {
		return new CrmGuard(crm);
	}

}
