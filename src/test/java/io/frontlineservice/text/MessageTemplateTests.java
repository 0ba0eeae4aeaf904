package io.frontlineservice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How placeholders and sections are rendered, and which texts are refused. */
class MessageTemplateTests {

	private static final Vocabulary VOCABULARY = new Vocabulary(List.of("Name", "FirstName", "Author", "Company"),
			"attributes.");

	private static final Map<String, String> VALUES = Map.of("Name", "Lina Berg", "FirstName", "Lina", "Author",
			"Jo Doe", "attributes.tier", "gold", "attributes.Last Order", "oak shelves");

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Hi {{Name}}!;Hi Lina Berg!", "{{Name}}, {{Name}}, {{ Name }};Lina Berg, Lina Berg, Lina Berg",
					"{{{Name}}} {{&Name}};Lina Berg Lina Berg", "Hi {{Company|there}};Hi there",
					"Hi {{ Company | dear customer. }};Hi dear customer.", "Hi {{FirstName|there}};Hi Lina",
					"{{attributes.tier}} {{attributes.Last Order}};gold oak shelves",
					"Hi{{#Name}} {{FirstName}}{{/Name}}!;Hi Lina!", "Hi{{#Company}} at {{Company}}{{/Company}}!;Hi!",
					"Hi{{^Company}} you{{/Company}}!;Hi you!", "{{^Name}}x{{/Name}}y;y",
					"{{#Name}}{{#attributes.tier}}{{Author}}{{/attributes.tier}}{{/Name}};Jo Doe",
					"Hi{{! a remark }} you;Hi you", "{{Name}}{x};Lina Berg{x}",
					"a < b & 'c' \"d\" ={{Name}};a < b & 'c' \"d\" =Lina Berg",
					"{ {{Name}} } {x} $1 \\ ${nobody};{ Lina Berg } {x} $1 \\ ${nobody}" })
	void messageContainsItsValues(String text, String message) {
		assertThat(MessageTemplate.parse(text, VOCABULARY).render(VALUES::get)).contains(message);
	}

	@ParameterizedTest
	@CsvSource({ "true, {{#attributes.vip}}VIP{{/attributes.vip}}{{^attributes.vip}}guest{{/attributes.vip}}, VIP",
			"false, {{#attributes.vip}}VIP{{/attributes.vip}}{{^attributes.vip}}guest{{/attributes.vip}}, guest",
			"true, vip: {{attributes.vip}}, vip: true", "false, vip: {{attributes.vip}}, vip: false",
			"false, vip: {{attributes.vip|unknown}}, vip: false",
			"true, {{#attributes.vip}}{{Name}}{{/attributes.vip}}, Lina Berg" })
	void booleanShowsOrHidesASection(boolean vip, String text, String message) {
		Map<String, Object> values = Map.of("Name", "Lina Berg", "attributes.vip", vip);
		assertThat(MessageTemplate.parse(text, VOCABULARY).render(values::get)).contains(message);
	}

	@Test
	void anyTextShowsASection() {
		assertThat(MessageTemplate.parse("a{{#Name}}b{{/Name}}", VOCABULARY).render((name) -> "false")).contains("ab");
		assertThat(MessageTemplate.parse("a{{#Name}}b{{/Name}}", VOCABULARY).render((name) -> "0")).contains("ab");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{Company}}", "Hi {{Company}}!", "{{Name}} {{attributes.none}}",
			"{{#Name}}{{Company}}{{/Name}}", "{{#Company}}only then{{/Company}}", "{{^Name}}only then{{/Name}}", "",
			" " })
	void messageWithAMissingValueOrBlankIsEmpty(String text) {
		assertThat(MessageTemplate.parse(text, VOCABULARY).render(VALUES::get)).isEmpty();
	}

	@Test
	void missingValueInAHiddenSectionIsIgnored() {
		assertThat(
				MessageTemplate.parse("a{{#Company}}{{attributes.none}}{{/Company}}b", VOCABULARY).render(VALUES::get))
			.contains("ab");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{Author}}", "{{{Author}}}", "{{#Name}}", "{{=<% %>=}}", "{{Name|x}}", "$&", "$'", "$1",
			"\\", "\\0", "${jndi:ldap://x}", "#{T(Runtime)}", "[[${7*7}]]", "<b>&amp;</b>", "%s %n", "}}", "{{", "|" })
	void valueIsInsertedLiterally(String value) {
		MessageTemplate template = MessageTemplate.parse("Cash {{Name}} {{Name|x}}{{#Name}} {{Author}}{{/Name}}",
				VOCABULARY);
		Map<String, String> values = Map.of("Name", value, "Author", "Jo");
		assertThat(template.render(values::get)).contains("Cash " + value + " " + value + " Jo");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "Ann\\nLee;Ann Lee", "Ann\\r\\n\\r\\nLee;Ann Lee", "\\tAnn\\u0000;Ann",
			"Ann\\u2028Lee;Ann Lee", "Ann\\u202Eeel;Anneel", "Ann\\uD83D;Ann", "A\\uD83D\\uDE00;A\uD83D\uDE00" })
	void valueIsOneLineWithoutControlCharacters(String value, String inserted) {
		String written = Pattern.compile("\\\\u(....)")
			.matcher(value)
			.replaceAll((match) -> Character.toString((char) Integer.parseInt(match.group(1), 16)))
			.translateEscapes();
		assertThat(MessageTemplate.parse("<{{Name}}>", VOCABULARY).render((name) -> written))
			.contains("<" + inserted + ">");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n", "\u0000", "\u200B", "\u202E" })
	void invisibleValueIsMissing(String value) {
		assertThat(MessageTemplate.parse("Hi {{Name}}", VOCABULARY).render((name) -> value)).isEmpty();
		assertThat(MessageTemplate.parse("Hi {{Name|you}}", VOCABULARY).render((name) -> value)).contains("Hi you");
		assertThat(MessageTemplate.parse("Hi{{#Name}} you{{/Name}}", VOCABULARY).render((name) -> value))
			.contains("Hi");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "Hi {{Nmae}};there is no value {{Nmae}}",
			"{{name}};there is no value {{name}}", "{{this}};there is no value {{this}}",
			"{{.}};there is no value {{.}}", "{{Name.length}};there is no value {{Name.length}}",
			"{{-first}};there is no value {{-first}}", "{{attributes.}};there is no value {{attributes.}}",
			"{{attributes}};there is no value {{attributes}}", "{{my dog, who}};not the name of a value",
			"{{#Nmae}}x{{/Nmae}};there is no value {{Nmae}}", "{{^Nmae}}x{{/Nmae}};there is no value {{Nmae}}",
			"{{#Name}}{{Nmae}}{{/Name}};there is no value {{Nmae}}", "Hi {{Name;not closed", "Hi Name}};not opened",
			"Hi {{Name} you;not closed", "Hi {Name}};not opened", "Hi {Name};two braces",
			"Hi { attributes.tier };two braces", "{{}};empty", "{{ }};empty", "{{#Name}}x;not closed",
			"{{#Name}}x{{/Company}};under another name", "x{{/Name}};under another name", "{{{Name}};not closed",
			"{{Name}}};an extra brace", "{{#Name}}}{{/Name}};an extra brace", "a}{{! remark }}};an extra brace",
			"Hi {{Company|{there}};not closed", "Hi {{Company|} there}};a default with a brace",
			"half \uD83D of it;a character is incomplete", "{{Name|}};no default after",
			"{{#Name|x}}y{{/Name|x}};section has a default", "{{>Name}};partials ({{> ...}}) are not supported",
			"{{<Name}}{{/Name}};inheritance", "{{$Name}}{{/Name}};inheritance", "{{=x}};not closed",
			"{{=<% %>=}}{{Name}};not closed", "{{=<% %>=}}<%Nmae%>;there is no value {{Nmae}}" })
	void mistakesThatMustacheAcceptsAreRefused(String text, String reason) {
		assertThatExceptionOfType(BadTemplateException.class).isThrownBy(() -> MessageTemplate.parse(text, VOCABULARY))
			.withMessageContaining(reason);
	}

	@Test
	void unknownNameIsReportedWithTheKnownNames() {
		assertThatExceptionOfType(BadTemplateException.class)
			.isThrownBy(() -> MessageTemplate.parse("Hi {{Nmae}}", VOCABULARY))
			.withMessageStartingWith(
					"there is no value {{Nmae}}; the values are Name, FirstName, Author, Company and attributes.");
	}

	@Test
	void namesAreThoseOfAllUsedValues() {
		assertThat(MessageTemplate
			.parse("{{Name|x}} {{#Company}}{{attributes.a.b}}{{/Company}}{{^Author}}{{/Author}}", VOCABULARY)
			.names()).containsExactlyInAnyOrder("Name", "Company", "attributes.a.b", "Author");
	}

}
