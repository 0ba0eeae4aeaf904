package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Puts the guard before whichever adapter has configured itself.
 */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

	@Bean
	@Primary
	CrmGuard crmGuard(CrmAdapter vendor) {
		return new CrmGuard(vendor);
	}

}
