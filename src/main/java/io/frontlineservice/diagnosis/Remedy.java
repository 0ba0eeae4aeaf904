package io.frontlineservice.diagnosis;

import java.util.List;

/**
 * Mends what an {@link Examination} has shown, and nothing else. Attached to each
 * {@link Observation} that it mends; applied once, by the {@link Doctor} if it is told
 * to.
 */
@FunctionalInterface
public interface Remedy {

	/** Mends it, looks how it is then, and says what was changed. */
	List<Observation> apply();

}
