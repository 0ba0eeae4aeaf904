package io.frontlineservice.diagnosis;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Looks how one part of an installation is, beyond its configuration. The rooms have
 * theirs, named in {@code META-INF/spring.factories}; called by the {@link Doctor}.
 * Implementations are thread-safe.
 * <p>
 * An examination has nothing but the environment: the service may be running beside it,
 * with its store to itself, or may be refused to start. It writes nothing, anywhere. What
 * it says may name workers' identities and show the last four digits of our own numbers,
 * which are the operator's own configuration and tell problems apart; it never has a
 * secret in it, nor a customer's name or number, nor a text of somebody else's that could
 * have one.
 */
public interface Examination {

	Subject subject();

	/**
	 * Everything worth saying, of which one observation at the least. Settings that its
	 * room's {@link Check} refuses are a reason not to examine.
	 */
	List<Observation> examine(Environment environment);

}
