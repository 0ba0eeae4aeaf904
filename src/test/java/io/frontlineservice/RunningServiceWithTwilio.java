package io.frontlineservice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link RunningService} that uses a pretend Twilio. There is one sender for each
 * channel, Ada has an SMS number of her own, and Dmitri is the default worker. One word
 * is blocked. Customers in California have a window in which no conversation begins, but
 * quiet hours are off. Each test begins with a {@link CleanSlate}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningService
@Import(WithPretendTwilio.class)
@TestPropertySource(properties = { "frontline.senders.sms=" + RunningServiceWithTwilio.SMS,
		"frontline.senders.whatsapp=+14155238886", "frontline.routing.default-worker=dmitri@example.com",
		"frontline.templates.location=classpath:sandbox/templates.yml",
		"frontline.consent.blocked-words.en=" + RunningServiceWithTwilio.BLOCKED_WORD,
		"frontline.consent.quiet-hours.windows.US-CA=never", "management.prometheus.metrics.export.enabled=true" })
public @interface RunningServiceWithTwilio {

	/** The sender for SMS. */
	String SMS = "+15005550006";

	/** The sender for WhatsApp. */
	String WHATSAPP = "whatsapp:+14155238886";

	/** The word that workers' messages must not contain. */
	String BLOCKED_WORD = "unobjectionable";

	/** Ada's own number for SMS. */
	String ADAS_SMS = "+15005550009";

}
