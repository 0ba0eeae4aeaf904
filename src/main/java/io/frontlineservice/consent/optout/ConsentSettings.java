package io.frontlineservice.consent.optout;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The settings of opt-outs and consent.
 *
 * @param optOutScope whether an opt-out covers all senders ({@code all}) or the sender
 * that the person wrote to ({@code sender})
 * @param stopWords more words that opt out, separated by commas, by language (such as
 * {@code de}), by the first digits of numbers (such as {@code 49}) or for {@code all}
 * @param startWords more words that opt in again, in the same way
 * @param required whether workers may write only to customers who have consented
 * according to the CRM
 * @param attribute the attribute of the CRM's customers that says whether they have
 * consented; required if consent is
 * @param optOutAttribute the attribute of the CRM's customers that says whether they have
 * opted out; empty if there is none
 * @param pushToTwilio whether opt-outs and opt-ins are sent to Twilio's Consent API, too
 */
@ConfigurationProperties("frontline.consent")
record ConsentSettings(@DefaultValue("all") OptOutScope optOutScope, @DefaultValue Map<String, String> stopWords,
		@DefaultValue Map<String, String> startWords, @DefaultValue("false") boolean required,
		@DefaultValue("") String attribute, @DefaultValue("") String optOutAttribute,
		@DefaultValue("false") boolean pushToTwilio) {

	/** Returns whether fields of the CRM decide about messages. */
	boolean readsCrm() {
		return this.required || StringUtils.hasText(this.optOutAttribute);
	}

}
