package io.frontlineservice.crm.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CrmCustomer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes keep their types, and numbers the characters that the file has. */
class AttributeTypesTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "12500000.50", "0.0005", "1.10", "-0.0", "0", "7", "100", "1e3", "1.25E+7", "1E-400",
			"1e999999999", "12345678901234567890123", "0.1000000000000000055511151231257827", "3.0901820E7" })
	void numbersAreAsTheFileHasThem(String number) throws IOException {
		assertThat(json(number).attributes().get("x")).isEqualTo(number);
		assertThat(yaml(number).attributes().get("x")).isEqualTo(number);
		assertThat(csv(number).attributes().get("x")).isEqualTo(number);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1_000", "0x1F", "007", "+5", ".5", "1.", ".inf", "2026-01-31", "1:30", "yes", "no", "NO" })
	void plainScalarsOfYamlAreAsTheFileHasThem(String written) throws IOException {
		assertThat(yaml(written).attributes().get("x")).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "false, false", "TRUE, true", "False, false" })
	void booleansAreBooleans(String written, boolean value) throws IOException {
		assertThat(json(Boolean.toString(value)).attributes().get("x")).isEqualTo(value);
		assertThat(yaml(written).attributes().get("x")).isEqualTo(value);
		assertThat(csv(written).attributes().get("x")).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "True", "FALSE" })
	void aNameThatYamlTakesForABooleanIsStillAName(String name) throws IOException {
		assertThat(WrittenFile.of(this.folder, "one.yml", "- customer_id: 1\n  display_name: " + name).first().name())
			.isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"true\"", "\"false\"", "\"1.10\"" })
	void quotedTextIsText(String written) throws IOException {
		String text = written.replace("\"", "");
		assertThat(json(written).attributes().get("x")).isEqualTo(text);
		assertThat(yaml(written).attributes().get("x")).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "12500000.50", "0.0005", "1.10" })
	void otherPropertiesHaveTheCharactersOfTheFileToo(String number) throws IOException {
		String properties = "\"display_name\": " + number + ", \"company\": " + number;
		CrmCustomer json = WrittenFile.customer(this.folder, properties).first();
		CrmCustomer yaml = WrittenFile
			.of(this.folder, "one.yml", "- { customer_id: " + number + ", " + properties.replace("\"", "") + " }")
			.first();
		assertThat(json.name()).isEqualTo(number);
		assertThat(json.company()).isEqualTo(number);
		assertThat(yaml.id().value()).isEqualTo(number);
		assertThat(yaml.company()).isEqualTo(number);
	}

	private CrmCustomer json(String value) throws IOException {
		return WrittenFile.customer(this.folder, "\"display_name\": \"Nora\", \"attributes\": {\"x\": " + value + "}")
			.first();
	}

	private CrmCustomer yaml(String value) throws IOException {
		return WrittenFile.of(this.folder, "one.yml", "- customer_id: 1\n  attributes:\n    x: " + value + "\n")
			.first();
	}

	private CrmCustomer csv(String value) throws IOException {
		return WrittenFile.of(this.folder, "one.csv", "customer_id,display_name,x\n1,Nora," + value + "\n").first();
	}

}
