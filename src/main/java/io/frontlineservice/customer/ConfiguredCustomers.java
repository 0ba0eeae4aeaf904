package io.frontlineservice.customer;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The customers of a configuration, read once without a running application. Implemented
 * by package {@code crm}, which knows the adapters; named in
 * {@code META-INF/spring.factories}. Used by the doctor's examinations.
 */
@FunctionalInterface
public interface ConfiguredCustomers {

	/**
	 * Returns the summary of all customers; empty if the CRM is not configured correctly,
	 * or cannot be read as a whole.
	 */
	Optional<CustomerSummary> summary(Environment environment);

	/** Returns the summary by the registered implementation. */
	static Optional<CustomerSummary> from(Environment environment) {
		return SpringFactoriesLoader.forDefaultResourceLocation(ConfiguredCustomers.class.getClassLoader())
			.load(ConfiguredCustomers.class)
			.stream()
			.flatMap((it) -> it.summary(environment).stream())
			.findFirst();
	}

}
