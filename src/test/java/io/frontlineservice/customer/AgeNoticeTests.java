package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.customer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notice says in whole minutes or hours how old the details are. */
class AgeNoticeTests {

	@ParameterizedTest
	@CsvSource({ "10s, 1 minute", "61s, 1 minute", "120s, 2 minutes", "3599s, 59 minutes", "3600s, 1 hour",
			"7199s, 1 hour", "86399s, 23 hours" })
	void noticeSaysHowOldTheDetailsAre(String age, String text) {
		Detail details = AgeNotice.withNotice(customer("1", "Nora Lind", ADA), Duration.parse("PT" + age)).details();
		assertThat(details.content())
			.isEqualTo("This information is " + text + " old, because the CRM does not answer now.");
	}

}
