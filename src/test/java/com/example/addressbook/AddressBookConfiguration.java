package com.example.addressbook;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.customer.CrmAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Sets up the address book, where {@code frontline.crm.adapter} names it. */
@AutoConfiguration
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = AddressBookVendor.NAME)
@EnableConfigurationProperties(AddressBookSettings.class)
class AddressBookConfiguration {

	@Bean
	CrmAdapter addressBookCrm(AddressBookSettings settings, AddressReader addresses, MeterRegistry meters) {
		return new AddressBookCrm(settings, addresses, meters);
	}

}
