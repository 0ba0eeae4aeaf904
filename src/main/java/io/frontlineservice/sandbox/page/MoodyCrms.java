package io.frontlineservice.sandbox.page;

import io.frontlineservice.customer.CrmAdapter;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts a {@link MoodyCrm} before the CRM's adapter, behind the guard of room {@code crm}.
 * Called by Spring; told the mood by {@link Troubles}. Thread-safe.
 */
final class MoodyCrms implements BeanPostProcessor {

	private static final String GUARD = "crmGuard";

	private volatile CrmMood mood = CrmMood.WELL;

	void be(CrmMood other) {
		this.mood = other;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof CrmAdapter adapter && !name.equals(GUARD)) ? new MoodyCrm(adapter, () -> this.mood)
				: bean;
	}

}
