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
import io.frontlineservice.customer.CustomerNotFoundException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.customer.TestServices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which templates a worker gets for a customer. */
class TemplateServiceTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final FakeCrm crm = new FakeCrm(customer("1", "Lina Berg", ADA), customer("2", "Bo Lind", BEN));

	private TemplateService service;

	@BeforeEach
	void read(@TempDir Path folder) throws IOException {
		Catalogue catalogue = TestCatalogue
			.templates(folder, "content: '{{Greeting}} {{FirstName}}, it is {{Today}}. {{Author}}'",
					"content: '{{Greeting}}!'", "content: " + "x".repeat(1_601))
			.read();
		this.service = new TemplateService(() -> catalogue, TestContexts.DEFAULTS, TestServices.of(this.crm),
				ContactRules.NONE, TestLimits.counting(this.meters),
				Clock.fixed(TestContexts.NOON, TestContexts.DEFAULTS.timeZone()));
	}

	@Test
	void ownCustomerGetsMessagesForTheCurrentTime() {
		assertThat(messages("1")).containsExactly("Good evening Lina, it is January 31, 2026. Ada", "Good evening!");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "no-such-customer" })
	void unknownCustomerGetsMessagesThatNeedNoCustomer(String customerId) {
		assertThat(messages(customerId)).containsExactly("Good evening!");
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
			.isEqualTo(1);
	}

	private List<String> messages(String customerId) {
		return this.service.templates(worker(ADA), customerId.isBlank() ? null : id(customerId), TestServices.soon())
			.stream()
			.flatMap((category) -> category.templates().stream())
			.map(Template::content)
			.toList();
	}

}
