package io.frontlineservice.address;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the {@link AddressReader}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AddressSettings.class)
class AddressConfiguration {

	@Bean
	AddressReader addressReader(AddressSettings settings) {
		return new AddressReader(settings.region());
	}

}
