package io.frontlineservice.crm.airtable;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.snapshot.CopiedCrm;
import io.frontlineservice.crm.snapshot.CustomerCopy;
import io.frontlineservice.crm.snapshot.CustomerCopyEndpoint;
import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets up the adapter of Airtable, where {@code frontline.crm.adapter} is
 * {@code airtable}: live, or with a copy.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ AirtableCopySettings.class, AirtableSettings.class })
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = AirtableVendor.NAME)
class AirtableConfiguration {

	private static final String COPY = AirtableCopySettings.PREFIX + ".enabled";

	@Bean
	CrmApi airtableApi(AirtableSettings settings, MeterRegistry meters) {
		return AirtableApi.connect(settings, meters);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = COPY, havingValue = false, matchIfMissing = true)
	CrmAdapter airtableCrm(CrmApi api, AirtableSettings settings, AddressReader addresses) {
		return new AirtableCrm(new AirtableApi(api, settings), settings, addresses);
	}

	/**
	 * What a copy needs. The component scan finds this class by itself, so it repeats the
	 * condition of the class around it.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = AirtableVendor.NAME)
	@ConditionalOnBooleanProperty(COPY)
	static class Copied {

		@Bean
		CustomerCopy airtableCopy(CrmApi api, AirtableSettings settings, AirtableCopySettings copy,
				AddressReader addresses, MeterRegistry meters) {
			AirtableCopy source = new AirtableCopy(new AirtableApi(api, settings), settings, addresses);
			return new CustomerCopy(source, copy.interval(), System::nanoTime, meters).start();
		}

		@Bean
		CrmAdapter copiedAirtable(CustomerCopy copy, AirtableCopySettings settings) {
			return new CopiedCrm(copy, settings.staleFor());
		}

		@Bean
		CustomerCopyEndpoint customerCopyEndpoint(CustomerCopy copy) {
			return new CustomerCopyEndpoint(copy);
		}

	}

}
