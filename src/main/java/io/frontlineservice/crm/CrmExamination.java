package io.frontlineservice.crm;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import java.util.List;
import org.springframework.core.env.Environment;

/** Examines the configured CRM for the doctor; skipped while its settings are invalid. */
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
			.orElseGet(() -> List.of(Observation.notExamined("first fix frontline.crm.*")));
	}

}
