package io.frontlineservice.crm.dataverse;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up Dataverse, where {@code frontline.crm.adapter} is {@code dataverse}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataverseSettings.class)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = DataverseVendor.NAME)
class DataverseConfiguration {

	@Bean
	DataverseApi dataverseApi(DataverseSettings settings, Clock clock, MeterRegistry meters) {
		return DataverseApi.open(settings, clock, meters);
	}

	@Bean
	CrmAdapter dataverseCrm(DataverseSettings settings, DataverseApi api, AddressReader addresses) {
		return new DataverseCrm(settings, api, addresses, Ticker.systemTicker());
	}

}
