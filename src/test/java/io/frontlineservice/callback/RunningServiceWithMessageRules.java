package io.frontlineservice.callback;

import io.frontlineservice.RunningServiceWithTwilio;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link RunningServiceWithTwilio} in which every optional rule about messages is
 * enabled, in one context for all tests of these rules: templates are replaced before
 * they are sent, opt-outs cover one sender, the CRM's consent is required, and there are
 * quiet hours. Conversations with German customers begin on Mondays, with Dutch ones on
 * Thursdays, with all others at any time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningServiceWithTwilio
@TestPropertySource(properties = { "frontline.crm.file.location=classpath:messages/customers.json",
		"frontline.templates.location=classpath:messages/templates.yml", "frontline.delivery.template-bridge=before",
		"frontline.consent.opt-out-scope=sender", "frontline.consent.required=true",
		"frontline.consent.attribute=consent", "frontline.consent.opt-out-attribute=do_not_text",
		"frontline.consent.quiet-hours.enabled=true", "frontline.consent.quiet-hours.windows.default=00:00-24:00",
		"frontline.consent.quiet-hours.windows.GB=00:00-24:00",
		"frontline.consent.quiet-hours.windows.DE=mon 10:00-11:00",
		"frontline.consent.quiet-hours.windows.NL=thu 10:00-11:00" })
@interface RunningServiceWithMessageRules {

}
