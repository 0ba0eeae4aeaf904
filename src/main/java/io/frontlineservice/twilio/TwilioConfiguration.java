package io.frontlineservice.twilio;

import io.frontlineservice.privacy.InstallationKey;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Sets up the verification of Twilio's signatures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ PublicUrlSettings.class, TwilioSettings.class })
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
	CallbackUrls callbackUrls(PublicUrlSettings settings) {
		return new CallbackUrls(settings.publicUrl());
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
	SignatureVerifiers signatureVerifiers(SignatureVerifier byToken, TwilioSettings settings, Environment environment) {
		return new SignatureVerifiers(byToken, WebhookKeys.in(environment), settings.requireWebhookKey());
	}

	@Bean
	FilterRegistrationBean<SignatureFilter> signatureFilter(SignatureVerifiers verifiers, PublicUrlSettings urls,
			TwilioSettings settings, MeterRegistry meters,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
		SignatureFilter filter = new SignatureFilter(verifiers, urls.publicUrl(), settings.accountSid(),
				new RefusalReporter(meters, System::nanoTime), errors);
		FilterRegistrationBean<SignatureFilter> registration = new FilterRegistrationBean<>(filter);
		// All paths, because settings can move the paths of the callbacks.
		registration.addUrlPatterns("/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

}
