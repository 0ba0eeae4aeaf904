package io.frontlineservice.conversation.people;

import static io.frontlineservice.customer.TestCustomers.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.TestCustomers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name and the picture of a conversation. */
class ShownNameTests {

	private static final CrmCustomer LINA = TestCustomers
		.withCard(new Customer("1", "Lina Berg", null, null, null, "https://example.com/1.png"), null, List.of());

	@Test
	void oneCustomerIsShownByNameAndPicture() {
		assertThat(ShownName.of(List.of(new Contact("+14155550101", LINA))))
			.isEqualTo(new ShownName("Lina Berg", "https://example.com/1.png"));
	}

	@Test
	void pictureWhoseUrlEndsIsNotKept() {
		assertThat(ShownName.of(List.of(new Contact("+1", LINA.withAvatarFor(Duration.ofHours(1))))))
			.isEqualTo(new ShownName("Lina Berg", null));
	}

	@Test
	void unknownPersonIsShownByNumber() {
		assertThat(ShownName.of(List.of(new Contact("+14155550101", null))))
			.isEqualTo(new ShownName("+14155550101", null));
	}

	@Test
	void groupIsShownByAllNamesWithoutPicture() {
		assertThat(ShownName.of(List.of(new Contact("+1", LINA), new Contact("+14155550102", null))))
			.isEqualTo(new ShownName("Lina Berg, +14155550102", null));
	}

	@Test
	void personWithoutNameAndNumberIsNotShown() {
		assertThat(ShownName.of(List.of(new Contact(null, null)))).isEqualTo(new ShownName(null, null));
	}

	@Test
	void longNameIsCutBetweenCharacters() {
		String name = "x".repeat(255) + "😀";
		String shown = ShownName.of(List.of(new Contact("+1", customer("1", name)))).name();
		assertThat(shown).isEqualTo("x".repeat(255));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", textBlock = """
			Lina,                          true
			+14155550101,                  false
			whatsapp:+14155550101,         false
			'+14155550101, +14155550102',  false
			'Lina, +14155550102',          true
			+14155550199,                  true
			'',                            false
			' ',                           false
			null,                          false
			""")
	void nameOfNumbersIsNotWrittenByAPerson(String name, boolean writtenByPerson) {
		assertThat(ShownName.isWrittenByPerson(name,
				List.of(new Contact("+14155550101", null), new Contact("+14155550102", null))))
			.isEqualTo(writtenByPerson);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", textBlock = """
			WhatsApp user (US),                  false
			whatsapp:US.13491208655302,          false
			US.13491208655302,                   false
			Messenger user,                      false
			messenger:123,                       false
			'WhatsApp user (US), Messenger user', false
			WhatsApp user (DE),                  true
			'Lina, WhatsApp user (US)',          true
			""")
	void nameOfPeopleWithoutNumbersIsNotWrittenByAPerson(String name, boolean writtenByPerson) {
		List<Contact> contacts = List.of(new Contact("whatsapp:US.13491208655302", null),
				new Contact("messenger:123", null));
		assertThat(ShownName.of(contacts).name()).isEqualTo("WhatsApp user (US), Messenger user");
		assertThat(ShownName.isWrittenByPerson(name, contacts)).isEqualTo(writtenByPerson);
	}

}
