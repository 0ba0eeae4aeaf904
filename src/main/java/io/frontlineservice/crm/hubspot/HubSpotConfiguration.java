package io.frontlineservice.crm.hubspot;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets up the adapter of HubSpot, where {@code frontline.crm.adapter} is {@code hubspot}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSpotSettings.class)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = HubSpotVendor.NAME)
class HubSpotConfiguration {

	@Bean
	CrmApi hubSpotApi(HubSpotSettings settings, MeterRegistry meters) {
		return HubSpotApi.connect(settings, meters);
	}

	@Bean
	CrmAdapter hubSpotCrm(CrmApi api, HubSpotSettings settings, AddressReader addresses) {
		return new HubSpotCrm(new HubSpotApi(api), settings, addresses);
	}

}
