package io.frontlineservice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Runs the whole service on ports of its own, configured as in production, with the
 * sandbox's customers and workers.
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
				// Nobody answers there: what asks Twilio for something says where.
				"frontline.twilio.api-url=http://localhost:1", "management.server.port=0" })
public @interface RunningService {

	/** Under which URL Twilio would know the service. */
	String PUBLIC_URL = "https://fis.example.com";

}
