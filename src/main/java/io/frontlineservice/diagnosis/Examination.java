package io.frontlineservice.diagnosis;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Examines one part of an installation, beyond its configuration. Listed in
 * {@code META-INF/spring.factories}; called by the {@link Doctor}. Implementations are
 * thread-safe.
 * <p>
 * An examination only has the environment: the service may be running and hold its store,
 * or may not start at all. It writes nothing. Its texts may contain worker identities and
 * the last four digits of the configured numbers, because these are the operator's own
 * settings. They never contain a secret, a customer's name or number, or a text from
 * another system, which could contain them.
 */
public interface Examination {

	Subject subject();

	/**
	 * Returns one observation or more; none only if another examination of the same
	 * subject reports that it holds. If the {@link Check} of the package has findings,
	 * the part is not examined.
	 */
	List<Observation> examine(Environment environment);

}
