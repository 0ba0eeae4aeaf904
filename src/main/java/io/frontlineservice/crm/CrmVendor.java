package io.frontlineservice.crm;

import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Observation;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Names a CRM adapter, and checks its configuration. Each adapter has one, named in
 * {@code META-INF/spring.factories}, also an adapter in a jar of its own. Called by
 * {@link CrmCheck}, {@link CrmExamination} and {@link ConfiguredCrm}; all but its name
 * only if {@code frontline.crm.adapter} names it. Implementations have a public
 * constructor without arguments, are thread-safe, and throw nothing.
 */
public interface CrmVendor extends Check {

	/** Returns the value of {@code frontline.crm.adapter} that names this adapter. */
	String name();

	/**
	 * Examines the CRM for the doctor: whether it answers, how many customers it has,
	 * which permissions are missing. Called only while {@link #findings} has none. What
	 * {@link io.frontlineservice.diagnosis.Examination} says of observations holds here
	 * too.
	 */
	List<Observation> examine(Environment environment);

	/**
	 * Returns a summary of all customers for the doctor, who compares them with the
	 * worker directory and the templates; empty if the CRM cannot be read as a whole.
	 * Called only while {@link #findings} has none.
	 */
	default Optional<CustomerSummary> summary(Environment environment) {
		return Optional.empty();
	}

}
