package io.frontlineservice.consent;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.outgoing.OutgoingMessageRule;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.ParticipantListener;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.work.TestStore;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** All rules of this package together, from their settings. */
class ConsentRulesTests {

	/** A number of Iceland, where the settings below leave no time. */
	private static final Address NUMBER = sms("+3546111234");

	private static final CrmCustomer BIRNA = at(customer("1", "Birna"), NUMBER);

	private static final AnnotationConfigApplicationContext CONTEXT = context();

	private static AnnotationConfigApplicationContext context() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		TestPropertyValues
			.of("frontline.store.url=jdbc:sqlite::memory:", "frontline.consent.quiet-hours.enabled=true",
					"frontline.consent.quiet-hours.windows.IS=never",
					"frontline.consent.quiet-hours.windows.DE=00:00-24:00",
					"frontline.consent.blocked-words.en[0]=guaranteed returns",
					"frontline.consent.blocked-words.de=risikofrei, sicher")
			.applyTo(context);
		context.register(TestStore.wiring(), Wiring.class);
		context.refresh();
		return context;
	}

	@AfterAll
	static void close() {
		CONTEXT.close();
	}

	@Test
	void conversationIsRefusedInQuietHoursUnlessCustomerWrote() {
		assertThat(begin(BIRNA, NUMBER)).hasValueSatisfying((reason) -> assertThat(reason).contains("quiet hours"));
		assertThat(begin(customer("2", "Max"), sms("+4930123456"))).isEmpty();
		// Templates are offered at any time.
		assertThat(CONTEXT.getBean(ContactRules.class).refusal(BIRNA, deadline())).isEmpty();
	}

	@Test
	void messageIsRejectedInQuietHoursUnlessCustomerWrote() {
		KnownParticipants participants = CONTEXT.getBean(KnownParticipants.class);
		Address number = sms("+3546111235");
		CrmCustomer other = at(customer("3", "Jon"), number);
		participants.identify(sid("CH1"), "MB1", PersonKeys.of(number, other.id()), "sms", null);
		CONTEXT.getBeansOfType(ParticipantListener.class)
			.values()
			.forEach((listener) -> listener.identified(sid("CH1"), "MB1", number, other));
		assertThat(refusals("CH1", "Hello")).singleElement().asString().contains("quiet hours");
		assertThat(begin(other, number)).isPresent();

		participants.wrote(sid("CH1"), "MB1", number, "sms", Instant.now());
		assertThat(refusals("CH1", "Hello")).isEmpty();
		assertThat(begin(other, number)).isEmpty();
	}

	@Test
	void messageWithABlockedWordIsRejected() {
		assertThat(refusals("CH2", "Garantiert SICHER")).isEqualTo(refusals("CH2", "guaranteed\nreturns"))
			.containsExactly("The message contains a word that your company does not allow.");
		assertThat(refusals("CH2", "sicherlich")).isEmpty();
	}

	private static Optional<String> begin(CrmCustomer customer, Address to) {
		return CONTEXT.getBean(ContactRules.class).refusalToBegin(customer, to, null, deadline());
	}

	private static List<String> refusals(String conversation, String body) {
		OutgoingMessage message = new OutgoingMessage(sid(conversation), WorkerIdentity.of("ada@example.com"), body);
		return CONTEXT.getBeansOfType(OutgoingMessageRule.class)
			.values()
			.stream()
			.flatMap((rule) -> rule.refusal(message).stream())
			.toList();
	}

	private static Deadline deadline() {
		return Deadline.in(Duration.ofSeconds(30));
	}

	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackages = { "io.frontlineservice.consent", "io.frontlineservice.conversation.participant" },
			excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Tests|consent.push).*"))
	@ComponentScan(basePackages = "io.frontlineservice.worker", useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*WorkerConfiguration"))
	@ConfigurationPropertiesScan({ "io.frontlineservice.consent", "io.frontlineservice.worker" })
	static class Wiring {

		@Bean
		CrmAdapter crm() {
			return new FakeCrm();
		}

		@Bean
		InstallationKey installationKey() {
			return new InstallationKey(List.of(Secret.of("secret")));
		}

	}

}
