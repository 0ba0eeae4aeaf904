package io.frontlineservice.diagnosis;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Checks the settings of one package. Listed in {@code META-INF/spring.factories}; called
 * by {@link StartCheck} before the application context is built.
 */
@FunctionalInterface
public interface Check {

	/** Returns all findings, not only the first. Throws nothing. */
	List<Finding> findings(Environment environment);

}
