package io.frontlineservice.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document on writing an adapter shows the code that the tests compile and run. */
class AdapterDocumentTests {

	private static final Path DOCUMENT = Path.of("src", "docs", "writing-a-crm-adapter.md");

	@ParameterizedTest
	@ValueSource(strings = { "java/com/example/addressbook/AddressBookCrm.java",
			"java/com/example/addressbook/AddressBookSettings.java",
			"java/com/example/addressbook/AddressBookConfiguration.java",
			"java/com/example/addressbook/AddressBookVendor.java",
			"java/com/example/addressbook/AddressBookCrmTests.java",
			"addressbook/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports",
			"addressbook/META-INF/spring.factories" })
	void documentShowsTheFileAsItIs(String file) throws IOException {
		String text = Files.readString(Path.of("src", "test").resolve(file));
		assertThat(Files.readString(DOCUMENT)).contains("\n" + text + "```\n");
	}

}
