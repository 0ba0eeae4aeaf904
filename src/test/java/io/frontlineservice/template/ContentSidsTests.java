package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.datafile.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contents at Twilio that a catalogue file names. */
class ContentSidsTests {

	private static final String EN = "HX" + "1".repeat(32);

	private static final String DE = "HX" + "2".repeat(32);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "{ content: Hi, content_sid: EN };en=EN",
			"{ content: Hi, content-sid: EN };en=EN", "{ content: Hallo, language: de, content_sid: DE };de=DE",
			"{ content: { de: Hallo }, content_sid: DE };de=DE",
			"{ content: { en: Hi, de: Hallo }, content_sid: { en: EN, German: DE } };en=EN de=DE",
			"{ content: { en: Hi, de: Hallo }, content_sid: { de: DE } };en=null de=DE", "{ content: Hi };en=null" })
	void eachTextHasTheContentOfItsLanguage(String template, String expected) throws IOException {
		StringBuilder found = new StringBuilder();
		message(template).texts()
			.byLanguage()
			.forEach((language,
					text) -> found.append(language.toLanguageTag()).append('=').append(text.contentSid()).append(' '));
		assertThat(found.toString().strip()).isEqualTo(with(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "content_sid: EN;true", "{ content_sid: EN, whatsAppApproved: true };true",
			"{ content_sid: EN, whatsAppApproved: false };false", "whatsAppApproved: true;true", "requires: [];" })
	void contentImpliesApproval(String entry, Boolean approved) throws IOException {
		String template = "{ content: Hi, " + entry.replaceAll("[{}]", "") + " }";
		assertThat(message(template.replace("[]", "[Name]")).texts().byLanguage().values()).singleElement()
			.extracting(CatalogueText::whatsAppApproved)
			.isEqualTo(approved);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"{ content: Hi, content_sid: HX1 };line 3, column 33: content_sid must be HX and 32 hexadecimal digits",
			"{ content: { en: Hi, de: Hallo }, content_sid: EN };content_sid needs a SID for each language",
			"{ content: Hi, content_sid: { fr: EN } };has no text in this language",
			"{ content: Hi, content_sid: { xx1: EN } };the language must be a tag",
			"{ content: { en: Hi }, content_sid: { en: EN, English: DE } };this language appears twice",
			"{ content: Hi, content_sid: [EN] };" })
	void wrongSidIsAnError(String template, String problem) {
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> message(template))
			.withMessageContaining((problem != null) ? problem : "line 3");
	}

	@Test
	void everyWrongSidIsReported() {
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> message("{ content: { en: Hi, de: Hallo }, content_sid: { en: HX1, de: HX2 } }"))
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(2));
	}

	private CatalogueMessage message(String template) throws IOException {
		return TestCatalogue.templates(this.folder, with(template)).read().entries().get(0).messages().get(0);
	}

	private static String with(String text) {
		return text.replace("EN", EN).replace("DE", DE);
	}

}
