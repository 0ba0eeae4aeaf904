package io.frontlineservice.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.text.FilledMessage.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fixed texts and the placeholders of a message. */
class SkeletonTests {

	private static final Vocabulary VOCABULARY = new Vocabulary(List.of("Name", "FirstName", "Author"), "attributes.");

	@ParameterizedTest
	@CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, nullValues = "-",
			value = { "Hi;Hi;", "{{Name}};|;Name",
					" Hi {{Name}} , {{FirstName|my  friend}}! ;Hi | , |!;Name FirstName|my  friend",
					"{{Name}}{{ Author }}.;||.;Name Author",
					"Hi {{! a note }}{{{Name}}} {{&Author}};Hi | |;Name Author", "{ {{Name}} };{ | };Name" })
	void partsOfATemplate(String text, String literals, String placeholders) {
		Skeleton skeleton = MessageTemplate.parse(text, VOCABULARY).skeleton().orElseThrow();
		assertThat(String.join("|", skeleton.literals())).isEqualTo(literals);
		assertThat(String.join(" ", skeleton.placeholders())).isEqualTo((placeholders != null) ? placeholders : "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false,
			value = { "Hi {{1}}, {{ 2 }};true", "Hi {{2}}, {{1}};true", " Hi {{name}}, {{1}} ;true",
					"Hi {{1}}, {{2}}!;false", "Hi {{1}} , {{2}};false", "Hi {{1}};false", "hi {{1}}, {{2}};false",
					"{{1}}, {{2}};false", "Hi {{}}, {{2}};false" })
	void contentHasTheSameFixedTexts(String body, boolean same) {
		Skeleton ours = MessageTemplate.parse("Hi {{Name}}, {{Author}}", VOCABULARY).skeleton().orElseThrow();
		assertThat(Skeleton.ofContent(body).hasSameText(ours)).isEqualTo(same);
	}

	@Test
	void lineBreaksOfWindowsAreEqual() {
		assertThat(Skeleton.ofContent("a\r\nb {{1}}\rc").hasSameText(Skeleton.ofContent("a\nb {{2}}\nc"))).isTrue();
	}

	@Test
	void textWithSectionsHasNoParts() {
		MessageTemplate template = MessageTemplate.parse("Hi{{#Name}} {{Name}}{{/Name}}", VOCABULARY);
		assertThat(template.skeleton()).isEmpty();
		assertThat(template.fill(Map.of("Name", "Ann")::get)).contains(new FilledMessage("Hi Ann", List.of()));
	}

	@Test
	void positionsOfValuesAreThoseInTheMessage() {
		MessageTemplate template = MessageTemplate.parse(" {{Name}}, {{FirstName|my friend}}{{attributes.vip}} ",
				VOCABULARY);
		Map<String, Object> values = Map.of("Name", " Ann\nBerg ", "attributes.vip", true);
		FilledMessage message = template.fill(values::get).orElseThrow();
		assertThat(message).isEqualTo(new FilledMessage("Ann Berg, my friendtrue",
				List.of(new Span(0, 8), new Span(10, 19), new Span(19, 23))));
		assertThat(message).asString().doesNotContain("Ann");
	}

}
