package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets up the adapter of Pipedrive, where {@code frontline.crm.adapter} is
 * {@code pipedrive}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PipedriveSettings.class)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = PipedriveVendor.NAME)
class PipedriveConfiguration {

	@Bean
	CrmApi pipedriveApi(PipedriveSettings settings, MeterRegistry meters) {
		return PipedriveApi.connect(settings, meters);
	}

	@Bean
	CrmAdapter pipedriveCrm(CrmApi api, PipedriveSettings settings, AddressReader addresses) {
		return new PipedriveCrm(new PipedriveApi(api, settings), settings, addresses);
	}

}
