package io.frontlineservice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Runs the whole service on random ports, configured as in production, with the sandbox's
 * customers and workers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "frontline.public-url=" + RunningService.PUBLIC_URL,
				"frontline.twilio.account-sid=" + SignedRequest.ACCOUNT_SID,
				"frontline.twilio.auth-token=" + SignedRequest.TOKEN,
				"frontline.crm.file.location=classpath:sandbox/customers.json",
				"frontline.workers.location=classpath:sandbox/workers.yml",
				"frontline.store.url=jdbc:sqlite:target/stores/${random.uuid}.db",
				// No server listens there: tests that need Twilio set another URL.
				"frontline.twilio.api-url=http://localhost:1", "management.server.port=0" })
public @interface RunningService {

	/** The URL of the service as it is set in Twilio's console. */
	String PUBLIC_URL = "https://fis.example.com";

}
