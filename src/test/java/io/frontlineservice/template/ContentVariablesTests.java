package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.text.MessageTemplate;
import io.frontlineservice.text.Skeleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which placeholder of a text has the value of which variable. */
class ContentVariablesTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', nullValues = "none",
			value = { "Hi;''", "Hi {{Name}}, {{Author}};1=0 2=1", "{{Name}} {{Author}} {{Name}} {{Today}};1=0 2=1 3=3",
					"{{FirstName}} {{FirstName|you}} {{FirstName|you}};1=0 2=1" })
	void placeholdersAreNumberedByFirstOccurrence(String text, String expected) {
		assertThat(written(ContentVariables.inOrder(skeleton(text)))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', nullValues = "none",
			value = { "{{Name}}, {{Author}};{{1}}, {{2}};1=0 2=1", "{{Name}}, {{Author}};{{2}}, {{1}};1=1 2=0",
					"{{Name}}, {{Author}};{{customer}}, {{2}};2=1 customer=0", "{{Name}}, {{Name}};{{1}}, {{1}};1=0",
					"{{Name}}, {{Name}};{{1}}, {{2}};1=0 2=1", "{{Name}}, {{Author}};{{1}}, {{1}};none",
					"{{Name|a}}, {{Name|b}};{{1}}, {{1}};none", "Hi;Hi;''" })
	void variablesHaveTheNamesOfTwiliosText(String text, String content, String expected) {
		Optional<ContentVariables> aligned = ContentVariables.aligned(skeleton(text), Skeleton.ofContent(content));
		assertThat(aligned.map(ContentVariablesTests::written).orElse(null)).isEqualTo(expected);
	}

	private static String written(ContentVariables variables) {
		Map<String, Integer> sorted = new TreeMap<>(variables.placeholders());
		return sorted.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
	}

	private static Skeleton skeleton(String text) {
		return MessageTemplate.parse(text, TemplateValue.VOCABULARY).skeleton().orElseThrow();
	}

}
