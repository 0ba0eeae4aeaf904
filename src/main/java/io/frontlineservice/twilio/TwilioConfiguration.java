package io.frontlineservice.twilio;

import io.frontlineservice.privacy.InstallationKey;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the signature filter before everything else. */
@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {

	@Bean
	SignatureVerifier signatureVerifier(TwilioSettings settings) {
		return new SignatureVerifier(settings.tokens());
	}

	@Bean
	RequestSigner requestSigner(SignatureVerifier signatures, PublicUrlSettings settings) {
		return new RequestSigner(signatures, settings.publicUrl());
	}

	@Bean
	InstallationKey installationKey(TwilioSettings settings) {
		return new InstallationKey(settings.tokens());
	}

	@Bean
	TwilioAccount twilioAccount(TwilioSettings settings) {
		return TwilioAccount.of(settings);
	}

	@Bean
	FilterRegistrationBean<SignatureFilter> signatureFilter(SignatureVerifier signatures, PublicUrlSettings urls,
			TwilioSettings settings, MeterRegistry meters,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
		SignatureFilter filter = new SignatureFilter(signatures, urls.publicUrl(), settings.accountSid(),
				new RefusalReporter(meters, System::nanoTime), errors);
		FilterRegistrationBean<SignatureFilter> registration = new FilterRegistrationBean<>(filter);
		// Every path, however the paths of the callbacks are configured.
		registration.addUrlPatterns("/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

}
