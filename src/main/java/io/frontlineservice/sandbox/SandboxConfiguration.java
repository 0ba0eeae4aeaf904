package io.frontlineservice.sandbox;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.VisibilityRule;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.twilio.RequestSigner;
import io.frontlineservice.worker.SenderOwners;
import io.frontlineservice.worker.Senders;
import io.frontlineservice.worker.WorkerDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The beans of the sandbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TargetSettings.class)
@Profile("sandbox")
class SandboxConfiguration {

	static final String CUSTOMERS = "classpath:sandbox/customers.json";

	/**
	 * Shows the built-in customers also to workers outside the directory, such as a
	 * developer with a Frontline account of their own. Other customers keep the
	 * configured visibility.
	 */
	@Bean
	@Primary
	@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = "file", matchIfMissing = true)
	@ConditionalOnProperty(name = "frontline.crm.file.location", havingValue = SandboxConfiguration.CUSTOMERS)
	VisibilityRule sandboxVisibility(VisibilityRule configured, WorkerDirectory directory) {
		return (worker) -> directory.knows(worker.identity()) ? configured.audienceOf(worker) : Audience.EVERYONE;
	}

	/**
	 * Only with the generated token and key, so that the output never contains a
	 * signature by a real token.
	 */
	@Bean
	@ConditionalOnExpression(SandboxToken.IN_USE)
	SandboxText sandboxText(SampleFinder finder, SignedExamples examples, ObjectProvider<PretendTwilio> twilio,
			SenderOwners numbers, TargetSettings target, ObjectProvider<CrmServer> pretendCrm,
			@Value("${frontline.crm.adapter:file}") String adapter,
			@Value("${frontline.crm.file.location:}") String customers) {
		PretendTwilio pretend = twilio.getIfAvailable();
		return new SandboxText(finder, examples, (pretend != null) ? new InboundExamples(pretend, numbers) : null,
				(pretendCrm.getIfAvailable() != null)
						? "built-in customers in a pretend CRM (frontline.crm.adapter=" + adapter + ")"
						: (adapter.equals("file") && customers.equals(CUSTOMERS)) ? "built-in customers"
								: "your own customers",
				target.isSet());
	}

	@Bean
	@ConditionalOnExpression(SandboxToken.IN_USE)
	SignedExamples signedExamples(RequestSigner signer, Senders senders,
			@Value("${" + SandboxToken.KEY_PROPERTY + "}") String keySecret,
			@Value("${frontline.twilio.require-webhook-key:false}") boolean keyRequired,
			@Value("${frontline.templates.location:}") String templates) {
		return new SignedExamples(keyRequired ? signer.byKey(SandboxToken.KEY_ID, Secret.of(keySecret)) : signer,
				senders, !templates.isBlank());
	}

	@Bean
	SampleFinder sampleFinder(WorkerDirectory directory, CrmAdapter crm, VisibilityRule visibility) {
		return new SampleFinder(directory, crm, visibility);
	}

}
