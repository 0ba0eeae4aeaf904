package io.frontlineservice.load.crm;

import io.frontlineservice.customer.CrmAdapter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * Puts a {@link SlowCrm} before the CRM that is a file. Named in
 * {@code spring.main.sources} by the load run. It has no annotation by which a scan would
 * find it: the tests have it on their class path too.
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
