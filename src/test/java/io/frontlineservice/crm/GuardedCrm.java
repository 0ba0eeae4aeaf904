package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.LongSupplier;
import org.springframework.boot.context.properties.bind.Binder;

/** Lets tests call an adapter as callbacks do, with the default settings. */
public final class GuardedCrm {

	static final CrmSettings SETTINGS = new Binder().bindOrCreate("frontline.crm", CrmSettings.class);

	static final CrmCacheSettings CACHE = new Binder().bindOrCreate(CrmCacheSettings.PREFIX, CrmCacheSettings.class);

	private GuardedCrm() {
	}

	/** Returns the adapter behind a new guard. */
	public static CrmAdapter adapter(CrmAdapter crm, MeterRegistry meters) {
		return of(crm, meters);
	}

	/** Returns the adapter behind a new guard with that clock. */
	public static CrmAdapter adapter(CrmAdapter crm, LongSupplier nanoTime) {
		return of(crm, new CrmBreaker(nanoTime), nanoTime, new SimpleMeterRegistry());
	}

	static CrmGuard of(CrmAdapter crm, MeterRegistry meters) {
		return new CrmGuard(crm, SETTINGS, CACHE, meters);
	}

	static CrmGuard of(CrmAdapter crm, CrmBreaker breaker, LongSupplier nanoTime, MeterRegistry meters) {
		return new CrmGuard(crm, SETTINGS, CACHE, breaker, nanoTime, meters);
	}

}
