package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.pretend.Account;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.twilio.RequestSigner;
import io.frontlineservice.twilio.TwilioApi;
import io.frontlineservice.worker.WorkerDirectory;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/**
 * Starts a pretend Twilio beside the sandbox, as long as nothing points to a real one:
 * neither a token nor the address of an API is set.
 */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@ConditionalOnExpression(SandboxToken.IN_USE + " and '${frontline.twilio.api-url:}' == ''")
class PretendTwilioConfiguration {

	/** All workers of the directory are signed in and available. */
	@Bean
	PretendTwilio pretendTwilio(RequestSigner signer, WorkerDirectory directory,
			@Value("${frontline.twilio.account-sid}") String accountSid,
			@Value("${frontline.twilio.auth-token}") String authToken, @Value("${sandbox.twilio-port:0}") int port) {
		PretendTwilio twilio = new PretendTwilio(new Account(accountSid, authToken, signer::sign));
		directory.workers().forEach((worker) -> twilio.signIn(worker.appIdentity(), true));
		return twilio.start(port);
	}

	@Bean
	@Primary
	TwilioApi pretendTwilioApi(PretendTwilio twilio) {
		return new TwilioApi(twilio.url());
	}

	/** Which port the service has is known only when it listens. */
	@Bean
	ApplicationListener<WebServerInitializedEvent> pretendTwilioCallbacks(PretendTwilio twilio) {
		return (event) -> {
			if (event.getApplicationContext().getServerNamespace() == null) {
				twilio.callbacksAt(URI.create("http://localhost:" + event.getWebServer().getPort()));
			}
		};
	}

}
