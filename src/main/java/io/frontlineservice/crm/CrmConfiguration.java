package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Puts the guard in front of the adapter that is configured.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CrmCacheSettings.class, CrmSettings.class })
class CrmConfiguration {

	@Bean
	@Primary
	CrmGuard crmGuard(CrmAdapter vendor, CrmSettings settings, CrmCacheSettings cache, MeterRegistry meters) {
		return new CrmGuard(vendor, settings, cache, meters);
	}

}
