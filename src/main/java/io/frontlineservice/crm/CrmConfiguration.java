package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Puts the guard in front of the adapter that is configured.
 */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

	@Bean
	@Primary
	CrmGuard crmGuard(CrmAdapter vendor) {
		return new CrmGuard(vendor);
	}

}
