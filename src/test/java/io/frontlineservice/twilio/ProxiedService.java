package io.frontlineservice.twilio;

import io.frontlineservice.RunningService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs the whole service with a public URL that has a path, which a proxy strips.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningService
@TestPropertySource(properties = "frontline.public-url=" + ProxiedService.PUBLIC_URL)
@interface ProxiedService {

	String PUBLIC_URL = "https://fis.example.com/twilio";

	/** The URL of the CRM callback in Twilio's console. */
	String CRM = PUBLIC_URL + "/callbacks/crm";

	/** The name of a customer, which only answers with customers contain. */
	String CUSTOMER = "Lina Berg";

}
