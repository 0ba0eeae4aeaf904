package io.frontlineservice.twilio;

import io.frontlineservice.SignedRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Runs the whole service on a free port, for tests of what it lets through. The path of
 * its public URL is one that a proxy strips.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "frontline.public-url=" + RunningService.PUBLIC_URL,
				"frontline.twilio.account-sid=" + SignedRequest.ACCOUNT_SID,
				"frontline.twilio.auth-token=" + SignedRequest.TOKEN,
				"frontline.crm.file.location=classpath:sandbox/customers.json",
				"frontline.workers.location=classpath:sandbox/workers.yml", "management.server.port=0" })
@interface RunningService {

	String PUBLIC_URL = "https://fis.example.com/twilio";

	/** The URL of the CRM callback as it stands in Twilio's console. */
	String CRM = PUBLIC_URL + "/callbacks/crm";

	/** Somebody whom only customers' answers name. */
	String CUSTOMER = "Lina Berg";

}
