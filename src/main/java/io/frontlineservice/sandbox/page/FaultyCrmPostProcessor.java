package io.frontlineservice.sandbox.page;

import io.frontlineservice.customer.CrmAdapter;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts a {@link FaultyCrm} before the CRM's adapter, behind the guard of room
 * {@code crm}. Called by Spring; told the state by {@link FaultSwitches}. Thread-safe.
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
