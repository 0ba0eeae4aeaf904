package io.frontlineservice.crm.rest;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.diagnosis.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

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
			observations.add(lacking("no usable number", "fields.phone", (it) -> it.channels().isEmpty()));
		}
		if (!this.customers.isEmpty() && this.haveOwners) {
			observations.add(lacking("no owner", "fields.worker", (it) -> it.owners().isEmpty()));
		}
		return observations;
	}

	private Observation lacking(String what, String setting, Predicate<CrmCustomer> lacks) {
		long lacking = this.customers.stream().filter(lacks).count();
		String seen = String.format(Locale.ROOT, "of the first %,d customers, %,d have %s", this.customers.size(),
				lacking, what);
		return (lacking * 2 < this.customers.size()) ? Observation.holds(seen)
				: Observation.warning(seen, "check " + RestSettings.key(setting));
	}

}
