package io.frontlineservice.template;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerNotFoundException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.customer.TestServices;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.template.OfferedTemplate.Variable;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which templates a worker gets for a customer. */
class TemplateServiceTests {

	private static final String CONTENT = "HX" + "0".repeat(32);

	private final List<Object> remembered = new ArrayList<>();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final FakeCrm crm = new FakeCrm(customer("1", "Lina Berg", ADA), customer("2", "Bo Lind", BEN));

	private TemplateService service;

	@BeforeEach
	void read(@TempDir Path folder) throws IOException {
		Catalogue catalogue = TestCatalogue
			.templates(folder, "content: '{{Greeting}} {{FirstName}}, it is {{Today}}. {{Author}}'",
					"content: '{{Greeting}}!'", "content: " + "x".repeat(1_601),
					"{ content: 'For {{FirstName}}, {{FirstName}} and {{Author}}', content_sid: " + CONTENT + " }",
					"{ content: '" + "x".repeat(1_600) + "{{Author}}', content_sid: " + CONTENT + " }")
			.read();
		this.service = new TemplateService(() -> catalogue, TestContexts.DEFAULTS, TestServices.of(this.crm),
				ContactRules.NONE, TestLimits.counting(this.meters), this::remember,
				Clock.fixed(TestContexts.NOON, TestContexts.DEFAULTS.timeZone()));
	}

	@Test
	void ownCustomerGetsMessagesForTheCurrentTime() {
		assertThat(messages("1")).containsExactly("Good evening Lina, it is January 31, 2026. Ada", "Good evening!",
				"For Lina, Lina and Ada");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "no-such-customer" })
	void unknownCustomerGetsMessagesThatNeedNoCustomer(String customerId) {
		assertThat(messages(customerId)).containsExactly("Good evening!");
	}

	@Test
	void messagesWithContentAreRememberedWithThePositionsOfTheirValues() {
		messages("1");
		assertThat(this.remembered).containsExactly(WorkerIdentity.of(ADA), id("1"),
				List.of(new OfferedTemplate("For Lina, Lina and Ada", new ContentSid(CONTENT),
						List.of(new Variable("1", 4, 8), new Variable("2", 19, 22)))));
	}

	@Test
	void messagesThatAreNotOfferedAreNotRemembered() {
		messages("");
		assertThat(this.remembered).isEmpty();
	}

	@Test
	void someoneElsesCustomerIsNotFound() {
		assertThatExceptionOfType(CustomerNotFoundException.class).isThrownBy(() -> messages("2"));
	}

	@Test
	void outageIsNotTreatedAsAnUnknownCustomer() {
		this.crm.onCall(() -> {
			throw new CrmUnavailableException("it is down", null);
		});
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> messages("1"));
	}

	@Test
	void messageThatIsTooLongIsLeftOutAndCounted() {
		assertThat(messages("")).allSatisfy((message) -> assertThat(message).hasSizeLessThan(100));
		assertThat(this.meters.get("frontline.templates.left.out").tag("reason", "too_long").counter().count())
			.isEqualTo(2);
	}

	private List<String> messages(String customerId) {
		return this.service.templates(worker(ADA), customerId.isBlank() ? null : id(customerId), TestServices.soon())
			.stream()
			.flatMap((category) -> category.templates().stream())
			.map(Template::content)
			.toList();
	}

	private void remember(WorkerIdentity author, @Nullable CustomerId customerId, Collection<OfferedTemplate> templates,
			Deadline deadline) {
		this.remembered.addAll(Arrays.asList(author, customerId, List.copyOf(templates)));
	}

}
