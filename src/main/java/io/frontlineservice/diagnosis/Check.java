package io.frontlineservice.diagnosis;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Looks for what is wrong with the configuration of one room. Each room has its own,
 * named in {@code META-INF/spring.factories}; all are called by {@link StartCheck} before
 * the application context is built.
 */
@FunctionalInterface
public interface Check {

	/** Everything that is wrong, not just the first of it; nothing is thrown. */
	List<Finding> findings(Environment environment);

}
