package io.frontlineservice.customer;

import io.frontlineservice.worker.Worker;

/**
 * Decides whose customers a worker may see. Asked by {@link CustomerAccess} alone.
 * Thread-safe.
 */
@FunctionalInterface
public interface VisibilityRule {

	Audience audienceOf(Worker worker);

}
