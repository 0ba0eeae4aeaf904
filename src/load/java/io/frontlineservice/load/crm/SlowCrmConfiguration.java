package io.frontlineservice.load.crm;

import io.frontlineservice.customer.CrmAdapter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * Puts a {@link SlowCrm} in front of the file CRM. The load run names it in
 * {@code spring.main.sources}. It has no annotation, because it is on the class path of
 * the tests too, and their component scan must not find it.
 */
public final class SlowCrmConfiguration {

	private SlowCrmConfiguration() {
	}

	@Bean
	static BeanPostProcessor slowCrm() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return name.equals("fileCrmAdapter") ? new SlowCrm((CrmAdapter) bean) : bean;
			}
		};
	}

}
