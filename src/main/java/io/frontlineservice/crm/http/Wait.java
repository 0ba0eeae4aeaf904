package io.frontlineservice.crm.http;

/** Lets time pass. Used by {@link RateLimits}; tests move a virtual clock instead. */
@FunctionalInterface
interface Wait {

	void of(long nanos) throws InterruptedException;

}
