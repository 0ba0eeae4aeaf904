package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.CustomerSample;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.diagnosis.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the first records of the list lack. Examined by {@link RestExamination}.
 * Immutable.
 *
 * @param records the number of records
 * @param customers those of them that are customers
 * @param haveOwners whether the settings name a field of the owner
 */
record FirstPage(int records, List<CrmCustomer> customers, boolean haveOwners) {

	List<Observation> examine() {
		if (this.records == 0) {
			return List.of(Observation.warning("the API has no customers for these credentials",
					"add customers, or check what the credentials permit"));
		}
		List<Observation> observations = new ArrayList<>();
		int unusable = this.records - this.customers.size();
		if (unusable > 0) {
			observations
				.add(Observation.problem(String.format(Locale.ROOT, "of the first %,d records, %,d have no usable id",
						this.records, unusable), "check " + RestSettings.key("fields.customer-id")));
		}
		if (!this.customers.isEmpty()) {
			observations.add(CustomerSample.numbers(this.customers, "check " + RestSettings.key("fields.phone")));
		}
		if (!this.customers.isEmpty() && this.haveOwners) {
			observations.add(CustomerSample.owners(this.customers, "check " + RestSettings.key("fields.worker")));
		}
		return observations;
	}

}
