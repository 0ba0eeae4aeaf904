package io.frontlineservice.sandbox;

import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.CallbackSigner;
import io.frontlineservice.server.PortUnavailableException;
import io.frontlineservice.twilio.RequestSigner;
import io.frontlineservice.twilio.TwilioApi;
import io.frontlineservice.worker.SenderOwners;
import io.frontlineservice.worker.WorkerDirectory;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Starts the pretend Twilio of the sandbox. */
@Configuration(proxyBeanMethods = false)
@OnlyWithPretendTwilio
class PretendTwilioConfiguration {

	private static final String PORT = "sandbox.twilio-port";

	/**
	 * The account with the keys that sign callbacks. Another target server has no shared
	 * key.
	 */
	@Bean
	Account pretendAccount(RequestSigner signer, TargetSettings target,
			@Value("${frontline.twilio.account-sid}") String accountSid,
			@Value("${frontline.twilio.auth-token}") String authToken,
			@Value("${" + SandboxToken.KEY_PROPERTY + "}") String keySecret) {
		if (target.isSet()) {
			return new Account(accountSid, authToken, signerFor(target));
		}
		return new Account(accountSid, authToken, signerBy(signer)).withWebhookKey(SandboxToken.KEY_ID,
				signerBy(signer.byKey(SandboxToken.KEY_ID, Secret.of(keySecret))));
	}

	/** Signs in all workers of the directory and registers the configured numbers. */
	@Bean
	PretendTwilio pretendTwilio(Account account, WorkerDirectory directory, SenderOwners numbers, TargetSettings target,
			@Value("${" + PORT + ":0}") int port,
			@Value("${frontline.twilio.require-webhook-key:false}") boolean keyRequired) {
		PretendTwilio twilio = new PretendTwilio(account);
		twilio.conditions().signingByKey(keyRequired);
		numbers.addresses().forEach(twilio.inventory()::owns);
		if (target.isSet()) {
			target.workers().forEach((identity) -> twilio.signIn(identity, true));
			twilio.callbacksAt(target::urlOf);
		}
		else {
			twilio.conditions().alwaysTicked("onMessageAdd", "onMessageAdded", "onDeliveryUpdated");
			SandboxContents.read().forEach(twilio.contents()::add);
			directory.workers().forEach((worker) -> twilio.signIn(worker.identity().written(), true));
		}
		try {
			return twilio.start(port);
		}
		catch (UncheckedIOException ex) {
			throw new PortUnavailableException(PORT, port, Objects.requireNonNull(ex.getCause()));
		}
	}

	@Bean
	@Primary
	TwilioApi pretendTwilioApi(PretendTwilio twilio) {
		return new TwilioApi(twilio.url());
	}

	/** Sets the URL of the callbacks once the port of the service is known. */
	@Bean
	ApplicationListener<WebServerInitializedEvent> pretendTwilioCallbacks(PretendTwilio twilio, TargetSettings target) {
		return (event) -> {
			if (event.getApplicationContext().getServerNamespace() == null && !target.isSet()) {
				twilio.callbacksAt(URI.create("http://localhost:" + event.getWebServer().getPort()));
			}
		};
	}

	/**
	 * Also signs in the owners of own customers. After the start, because a CRM may
	 * answer late.
	 */
	@Bean
	ApplicationListener<ApplicationReadyEvent> pretendTwilioOwners(CustomerOwners owners, TargetSettings target) {
		return (event) -> {
			if (!target.isSet()) {
				owners.signIn(owners.outsideDirectory(owners.sample()));
			}
		};
	}

	private static CallbackSigner signerBy(RequestSigner signer) {
		return (callback, form) -> signer.sign(callback.path(), form);
	}

	/** Signs for the URL that is called. */
	private static CallbackSigner signerFor(TargetSettings target) {
		return (callback, form) -> RequestSigner.sign(Objects.requireNonNull(target.authToken()),
				String.valueOf(target.urlOf(callback)), form);
	}

}
