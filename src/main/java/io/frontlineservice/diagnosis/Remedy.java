package io.frontlineservice.diagnosis;

import java.util.List;

/**
 * Fixes what an {@link Examination} has found, and nothing else. Attached to each
 * {@link Observation} that it fixes; applied once, by the {@link Doctor} with
 * {@code --apply}.
 */
@FunctionalInterface
public interface Remedy {

	/** Fixes it, examines it again, and reports what was changed. */
	List<Observation> apply();

}
