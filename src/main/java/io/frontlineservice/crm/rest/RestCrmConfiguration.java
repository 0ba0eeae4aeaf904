package io.frontlineservice.crm.rest;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the HTTP API, where {@code frontline.crm.adapter} is {@code rest}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestSettings.class)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = RestVendor.NAME)
class RestCrmConfiguration {

	@Bean
	RestApi restApi(RestSettings settings, MeterRegistry meters) {
		return RestApi.open(settings, meters);
	}

	@Bean
	CrmAdapter restCrm(RestSettings settings, RestApi api, AddressReader addresses) {
		return new RestCrm(settings, api, addresses);
	}

}
