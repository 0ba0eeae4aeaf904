package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Gives the guard of a running service a clock that tests move. */
final class VirtualTimeGuard implements BeanPostProcessor {

	private static final AtomicLong NANOS = new AtomicLong();

	private CrmAdapter vendor;

	/** Lets time pass for the breaker and for the answers in memory. */
	static void pass(Duration time) {
		NANOS.addAndGet(time.toNanos());
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof CrmGuard original) {
			original.close();
			return GuardedCrm.of(this.vendor, new CrmBreaker(NANOS::get), NANOS::get, new SimpleMeterRegistry());
		}
		if (bean instanceof CrmAdapter adapter) {
			this.vendor = adapter;
		}
		return bean;
	}

}
