package io.frontlineservice.consent.quiet;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the quiet hours from their settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuietHoursSettings.class)
class QuietHoursConfiguration {

	@Bean
	SendingWindows sendingWindows(QuietHoursSettings settings) {
		return new SendingWindows(settings.windows());
	}

	@Bean
	QuietHours quietHours(SendingWindows windows) {
		return new QuietHours(windows);
	}

	@Bean
	CustomerPlaceFinder customerPlaceFinder(SendingWindows windows, QuietHoursSettings settings) {
		return new CustomerPlaceFinder(windows, settings.stateAttribute());
	}

}
