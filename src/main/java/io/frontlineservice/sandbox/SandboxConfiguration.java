package io.frontlineservice.sandbox;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.VisibilityRule;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.twilio.RequestSigner;
import io.frontlineservice.worker.WorkerDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The beans of the sandbox. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxConfiguration {

	/**
	 * Shows the built-in customers also to workers outside the directory, such as a
	 * developer with a Frontline account of their own. Other customers keep the
	 * configured visibility.
	 */
	@Bean
	@Primary
	@ConditionalOnProperty(name = "frontline.crm.file.location", havingValue = "classpath:sandbox/customers.json")
	VisibilityRule sandboxVisibility(VisibilityRule configured, WorkerDirectory directory) {
		return (worker) -> directory.knows(worker.identity()) ? configured.audienceOf(worker) : Audience.EVERYONE;
	}

	/**
	 * Only with the generated token and key, so that the output never contains a
	 * signature by a real token.
	 */
	@Bean
	@ConditionalOnExpression(SandboxToken.IN_USE)
	SignedExamples signedExamples(RequestSigner signer, ObjectProvider<PretendTwilio> twilio,
			@Value("${" + SandboxToken.KEY_PROPERTY + "}") String keySecret,
			@Value("${frontline.twilio.require-webhook-key:false}") boolean keyRequired) {
		return new SignedExamples(keyRequired ? signer.byKey(SandboxToken.KEY_ID, Secret.of(keySecret)) : signer,
				twilio.getIfAvailable());
	}

}
