package io.frontlineservice.crm.file;

import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.file.CustomersLoader.Loaded;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.snapshot.CustomerSnapshot;
import io.frontlineservice.crm.snapshot.SharedNumbers;
import io.frontlineservice.crm.snapshot.SharedNumbers.SharedNumber;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Operators see which customers share a number, and not which number. */
@ExtendWith(OutputCaptureExtension.class)
class SharedNumbersTests {

	@Test
	void customersOfOneNumberAreListedTogetherInTheOrderOfTheList() {
		SharedNumbers shared = shared(at(customer("z", "Zoe Marsh"), sms("+14155550101")),
				at(customer("m", "Marc Dupont"), sms("+14155550100")),
				at(customer("n", "Nora Lind"), whatsApp("+14155550101"), whatsApp("+14155550100")),
				at(customer("a", "Ann Hill"), sms("+14155550101")));
		assertThat(shared.count()).isEqualTo(2);
		assertThat(shared.first()).containsExactly(new SharedNumber(3, List.of("a", "n", "z")),
				new SharedNumber(2, List.of("m", "n")));
	}

	@Test
	void twoChannelsOfOneCustomerAreNotShared() {
		assertThat(shared(at(customer("1", "Nora Lind"), sms("+14155550101"), whatsApp("+14155550101")),
				at(customer("2", "Zoe Marsh"), sms("+14155550102")))
			.count()).isZero();
	}

	@Test
	void aNumberThatWhatsAppWritesOtherwiseIsSharedAndCountedOnce() {
		assertThat(shared(at(customer("1", "Ann Hill"), sms("+525512345678"), whatsApp("+5215512345678")),
				at(customer("2", "Zoe Marsh"), sms("+525512345678"), whatsApp("+5215512345678")),
				at(customer("3", "Otto Frey"), sms("+551137654321")),
				at(customer("4", "Nora Lind"), sms("+5511937654321")))
			.first()).containsExactly(new SharedNumber(2, List.of("1", "2")));
	}

	@Test
	void chatIdentitiesAreNoNumbers() {
		assertThat(shared(at(customer("1", "Nora Lind"), chat("one")), at(customer("2", "Zoe Marsh"), chat("one")),
				customer("3", "Ann Hill"), customer("4", "Otto Frey")))
			.isEqualTo(new SharedNumbers(0, List.of()));
	}

	@Test
	void theListIsBoundedAndTheRestCounted() {
		List<CrmCustomer> customers = new ArrayList<>();
		for (int i = 0; i < SharedNumbers.MOST_KEPT + 7; i++) {
			String number = "+1415555" + (1000 + i);
			customers.add(at(customer("a" + i, "Nora Lind"), sms(number)));
			customers.add(at(customer("b" + i, "Zoe Marsh"), sms(number)));
		}
		for (int i = 0; i < SharedNumbers.MOST_CUSTOMERS + 5; i++) {
			customers.add(at(customer("c" + i, "Ann Hill"), sms("+442079460101")));
		}
		SharedNumbers shared = shared(customers.toArray(CrmCustomer[]::new));
		assertThat(shared.count()).isEqualTo(SharedNumbers.MOST_KEPT + 8);
		assertThat(shared.first()).hasSize(SharedNumbers.MOST_KEPT);
		assertThat(shared.first().get(0).customers()).isEqualTo(SharedNumbers.MOST_CUSTOMERS + 5);
		assertThat(shared.first().get(0).customerIds()).hasSize(SharedNumbers.MOST_CUSTOMERS);
	}

	@Test
	void theEndpointAndTheLogSaySoWithoutTheNumber(@TempDir Path folder, CapturedOutput output) throws IOException {
		FileLocation file = TestLoader.write(folder, "customers.csv", """
				customer_id,display_name,phone,whatsapp
				a-1,Nora Lind,(415) 555-0101,
				b-2,Zoe Marsh,,+14155550101
				""");
		try (ReloadingFile<Loaded> watched = new ReloadingFile<>("customers", file, Duration.ofDays(1),
				(location) -> TestLoader.with(FieldMapping.NONE).load(location).logReport())) {
			CustomerFileEndpoint.Answer answer = new CustomerFileEndpoint(watched).customerFile();
			assertThat(answer.sharedNumberCount()).isOne();
			assertThat(answer.sharedNumbers()).containsExactly(new SharedNumber(2, List.of("a-1", "b-2")));
			assertThat(answer.toString()).doesNotContain("555");
			assertThat(output.getOut()).contains("1 numbers of several customers")
				.doesNotContain("5550101", "555-0101");
		}
	}

	private static SharedNumbers shared(CrmCustomer... customers) {
		return new CustomerSnapshot(List.of(customers)).sharedNumbers();
	}

}
