package io.frontlineservice.consent.optout;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that depend on settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsentSettings.class)
class OptOutConfiguration {

	@Bean
	Keywords keywords(ConsentSettings settings) {
		return new Keywords(KeywordData.read(), settings.stopWords(), settings.startWords());
	}

	@Bean
	CrmConsent crmConsent(ConsentSettings settings) {
		return new CrmConsent(ConsentValues.read(), settings);
	}

}
