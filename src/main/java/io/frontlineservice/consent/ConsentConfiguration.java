package io.frontlineservice.consent;

import io.frontlineservice.customer.ContactRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

	@Bean
	ContactRules contactRules() {
		return ContactRules.NONE;
	}

}
