package io.frontlineservice;

import io.frontlineservice.diagnosis.Doctor;
import io.frontlineservice.template.CatalogueLint;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/**
 * The callback server behind Twilio Frontline. Started by {@code java -jar} or by the
 * image; everything it does begins with a signed form that Twilio posts.
 * <p>
 * The rooms of the house, along the way a request travels:
 *
 * <pre>
 * signed form ─▶ twilio (filter) ─▶ callback (controller) ─▶ customer.CustomerService ─▶ crm (guard) ─▶ crm.file
 *                verify raw body    one tiny method per      who may see whom,           deadline,      the file's
 *                or 403             Location or event        page tokens                 honest 503     own words
 *                                                            ▲
 *                                                            ├ template.TemplateService: what may be said
 *                                                            ├ conversation.outgoing: from which address
 *                                                            └ conversation: who is it, who answers
 *                                                                  │ what an event asks for is on the disk before the answer
 *                                                                  ▼
 *                                                              work (queue, retries) ─▶ conversation.SettleConversationJob
 *                                                                                            │
 *                                                        conversation.people: who is in it ◀─┤
 *                                                       conversation.routing: who takes it ◀─┤
 *                                  twilio.rest (Twilio's REST API) ◀─ conversation.gateway ◀─┘
 * </pre>
 *
 * Nothing runs back up this picture. Beside it stand {@code worker} (who is asking, and
 * from which numbers they write), {@code address} (what a number is), {@code text}
 * (messages with placeholders, texts of unknown origin), {@code datafile} (files that
 * people write, and that reload), {@code privacy} (secrets, keyed hashes),
 * {@code diagnosis} (what is wrong, and how to mend it) and {@code sandbox} (the built-in
 * example, a pretend Twilio and a page with phones, which nobody depends on).
 */
// Every error has an answer of ours; a page for errors would be one more to reach.
// The durable store is not the default DataSource, and Spring Boot is to make none.
@SpringBootApplication(exclude = { ErrorMvcAutoConfiguration.class, DataSourceAutoConfiguration.class })
@ConfigurationPropertiesScan
public class FrontlineIntegrationService {

	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals(CatalogueLint.COMMAND)) {
			System.exit(CatalogueLint.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
		}
		if (Arrays.asList(args).contains(Doctor.OPTION)) {
			System.exit(Doctor.run(System.out, System.err, args));
		}
		SpringApplication.run(FrontlineIntegrationService.class, args);
	}

}
