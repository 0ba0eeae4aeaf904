package io.frontlineservice.sandbox.page;

import io.frontlineservice.customer.CrmAdapter;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Wraps the CRM adapter in a {@link FaultyCrm}, behind the guard of package {@code crm}.
 * Called by Spring; {@link FaultSwitches} sets the state. Thread-safe.
 */
final class FaultyCrmPostProcessor implements BeanPostProcessor {

	private static final String GUARD = "crmGuard";

	private volatile FaultyCrm.State state = FaultyCrm.State.HEALTHY;

	void change(FaultyCrm.State other) {
		this.state = other;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof CrmAdapter adapter && !name.equals(GUARD)) ? new FaultyCrm(adapter, () -> this.state)
				: bean;
	}

}
