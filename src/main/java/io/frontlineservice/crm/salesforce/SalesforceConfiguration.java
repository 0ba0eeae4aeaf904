package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.TokenStore;
import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up Salesforce, where {@code frontline.crm.adapter} is {@code salesforce}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SalesforceSettings.class)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = SalesforceVendor.NAME)
class SalesforceConfiguration {

	@Bean
	SalesforceApi salesforceApi(SalesforceSettings settings, ObjectProvider<TokenStore> store, Clock clock,
			MeterRegistry meters) {
		return SalesforceApi.open(settings, store::getObject, clock, meters);
	}

	@Bean
	CrmAdapter salesforceCrm(SalesforceSettings settings, SalesforceApi api, AddressReader addresses) {
		return new SalesforceCrm(settings, api, addresses, Ticker.systemTicker());
	}

}
