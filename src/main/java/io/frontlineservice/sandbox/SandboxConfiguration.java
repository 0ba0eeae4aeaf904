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

/** Sets up what only the sandbox has. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxConfiguration {

	/**
	 * Shows the built-in customers, which are nobody's secret, to whoever tries the
	 * sandbox with a Frontline account of their own. Customers from elsewhere stay as
	 * they are.
	 */
	@Bean
	@Primary
	@ConditionalOnProperty(name = "frontline.crm.file.location", havingValue = "classpath:sandbox/customers.json")
	VisibilityRule sandboxVisibility(VisibilityRule configured, WorkerDirectory directory) {
		return (worker) -> directory.knows(worker) ? configured.audienceOf(worker) : Audience.EVERYONE;
	}

	/**
	 * Only for the generated token and key: no signature by a real one is ever shown.
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
