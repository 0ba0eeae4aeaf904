package io.frontlineservice.crm;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import java.util.List;
import org.springframework.core.env.Environment;

/** Has the chosen CRM say how it is, unless its settings cannot be used. */
final class CrmExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.CRM;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		return CrmCheck.chosen(environment)
			.filter((vendor) -> vendor.findings(environment).isEmpty())
			.map((vendor) -> vendor.examine(environment))
			.orElseGet(() -> List.of(Observation.notExamined("first mend frontline.crm.*")));
	}

}
