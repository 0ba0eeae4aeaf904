package io.frontlineservice.crm.snapshot;

import io.frontlineservice.customer.CrmCustomer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Copies for the tests of adapters, which are read at once and without a thread. */
public final class CustomerCopies {

	private CustomerCopies() {
	}

	/** Returns a copy of these customers as they are now. */
	public static CustomerCopy of(Supplier<List<CrmCustomer>> source) {
		CustomerCopy copy = new CustomerCopy(source, Duration.ofMinutes(5), System::nanoTime,
				new SimpleMeterRegistry());
		copy.refresh();
		return copy;
	}

}
