package io.frontlineservice.crm;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Observation;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Names a CRM that can stand behind the service, and checks its configuration. Each
 * adapter's room has one, named in {@code META-INF/spring.factories}; asked by
 * {@link CrmCheck} and {@link CrmExamination}, for more than its name only if it is the
 * one chosen.
 */
public interface CrmVendor extends Check {

	/** The name that {@code frontline.crm.adapter} has. */
	String name();

	/**
	 * How the CRM is: whether it can be reached, how many customers it has, what we may
	 * not do there. As an {@link io.frontlineservice.diagnosis.Examination} does it; the
	 * configuration has no findings.
	 */
	List<Observation> examine(Environment environment);

}
