package io.frontlineservice.crm;

import java.util.Locale;

/** A call of a CRM, by the name that the metric uses. Used by {@link CrmGuard}. */
enum CrmOperation {

	LIST, SEARCH, BY_ID, BY_ADDRESS;

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
