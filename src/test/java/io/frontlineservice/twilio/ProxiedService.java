package io.frontlineservice.twilio;

import io.frontlineservice.RunningService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs the whole service, for tests of what it lets through. The path of its public URL
 * is one that a proxy strips.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningService
@TestPropertySource(properties = "frontline.public-url=" + ProxiedService.PUBLIC_URL)
@interface ProxiedService {

	String PUBLIC_URL = "https://fis.example.com/twilio";

	/** The URL of the CRM callback as it stands in Twilio's console. */
	String CRM = PUBLIC_URL + "/callbacks/crm";

	/** Somebody whom only customers' answers name. */
	String CUSTOMER = "Lina Berg";

}
