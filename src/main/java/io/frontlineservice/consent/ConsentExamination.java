package io.frontlineservice.consent;

import io.frontlineservice.customer.ConfiguredCustomers;
import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Reports to the doctor whether customers have the attributes that the settings of
 * consent name. Silent if no setting names one.
 */
final class ConsentExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.CRM;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		if (!new ConsentAttributes(environment, Optional::empty).hasUses()) {
			return List.of();
		}
		var summary = ConfiguredCustomers.from(environment);
		ConsentAttributes attributes = new ConsentAttributes(environment, () -> summary);
		List<Observation> problems = attributes.observations();
		return !problems.isEmpty() ? problems
				: attributes.counts()
					.orElseGet(() -> List.of(Observation.notExamined(
							"whether customers have the attributes in frontline.consent.*, because this CRM is not "
									+ "read as a whole",
							"compare these settings with the attributes that you map in frontline.crm.*")));
	}

}
