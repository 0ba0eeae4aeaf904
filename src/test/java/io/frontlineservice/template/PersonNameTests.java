package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.customer;
import static io.frontlineservice.template.TestContexts.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and first names of customers. */
class PersonNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Lina Berg;Lina", "Lina;Lina", "Berg, Lina;Lina", "Berg,Lina;Lina", "Berg , Lina Maria;Lina",
					"Dr. Lina Berg;Lina", "Prof. Dr. Lina Berg;Lina", "Berg, Dr. Lina;Lina", "MRS Lina Berg;Lina",
					"Mr.Lina Berg;Mr.Lina", "Lina\u00A0Berg;Lina", "Lina\u3000Berg;Lina", " Lina  Berg ;Lina",
					"Jean-Luc Picard;Jean-Luc", "O'Brien Miles;O'Brien", "Ελένη Παπαδοπούλου;Ελένη",
					"Lina Berg, PhD;Lina", "John Smith, Jr.;John", "Bob Hill, MD;Bob", "Dr. med. Anna Berg;Anna",
					"李明;李明", "Ing Lee;Ing", "Drew Barry;Drew", "Herrmann Otto;Herrmann" })
	void firstNameIsTheFirstWordThatIsNotATitle(String name, String first) {
		assertThat(PersonName.firstNameOf(named(name))).isEqualTo(first);
		assertThat(PersonName.of(named(name))).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dr.", "Mr", "Prof. Dr.", "Berg,", "Berg, Dr.", "🦊 Lina", "$& {{Author}}", "(no name)",
			"J. Smith", "J Smith", "Mr and Mrs Smith", "\"Bob\" Miller", "*** VIP *** Bob", "Oak & Ash, Inc.",
			"Oak & Ash, LLC", "Oak & Ash, Ltd." })
	void titleOrLegalFormIsNotAFirstName(String name) {
		assertThat(PersonName.firstNameOf(named(name))).isNull();
		assertThat(PersonName.of(named(name))).isEqualTo(name);
	}

	@Test
	void firstNameFromTheCrmTakesPrecedenceUnlessBlank() {
		assertThat(PersonName.firstNameOf(customer("Lina Berg", null, null, Map.of("first_name", "Li"))))
			.isEqualTo("Li");
		assertThat(PersonName.firstNameOf(customer("Berg Ltd", "Berg Ltd", null, Map.of("first_name", "Li"))))
			.isEqualTo("Li");
		assertThat(PersonName.firstNameOf(customer("1001", null, null, Map.of("first_name", "Li")))).isEqualTo("Li");
		assertThat(PersonName.firstNameOf(customer("Lina Berg", null, null, Map.of("first_name", " "))))
			.isEqualTo("Lina");
	}

	@Test
	void companyHasANameAndNoFirstName() {
		assertThat(PersonName.firstNameOf(customer("Berg & Sons", "Berg & Sons", null, Map.of()))).isNull();
		assertThat(PersonName.of(customer("Berg & Sons", "Berg & Sons", null, Map.of()))).isEqualTo("Berg & Sons");
		assertThat(PersonName.firstNameOf(customer("Lina Berg", "Berg & Sons", null, Map.of()))).isEqualTo("Lina");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1001", "lina@berg.example", "Lina <lina@berg.example>", "+1 415 555 0100", "?", "," })
	void idOrEmailAddressIsNotAName(String name) {
		assertThat(PersonName.of(named(name))).isNull();
		assertThat(PersonName.firstNameOf(named(name))).isNull();
	}

}
