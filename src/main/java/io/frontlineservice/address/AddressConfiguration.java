package io.frontlineservice.address;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the reader of addresses. */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration {

	@Bean
	AddressReader addressReader(AddressSettings settings) {
		return new AddressReader(settings.region());
	}

}
