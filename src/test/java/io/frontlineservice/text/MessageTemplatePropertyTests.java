package io.frontlineservice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** For any template and values, the message equals that of an oracle. */
class MessageTemplatePropertyTests {

	private static final List<String> NAMES = List.of("Name", "FirstName", "Author", "Company", "attributes.tier",
			"attributes.Last Order", "attributes.a.b", "attributes.0");

	private static final Vocabulary VOCABULARY = new Vocabulary(NAMES.subList(0, 4), "attributes.");

	@Property(tries = 3_000, seed = "20260131", edgeCases = EdgeCasesMode.NONE)
	@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
	void messageEqualsTheOracles(@ForAll("templates") TemplatePiece template,
			@ForAll("values") Map<String, String> values) {
		Optional<String> expected = template.rendered(values).map(String::strip).filter((it) -> !it.isEmpty());
		assertThat(MessageTemplate.parse(template.source(), VOCABULARY).render(values::get)).as(template.source())
			.isEqualTo(expected);
		Statistics.label("there is a message")
			.collect(expected.isPresent())
			.coverage((it) -> it.check(true).percentage((percent) -> percent > 25 && percent < 90));
	}

	@Property(tries = 1_000, seed = "20260201", edgeCases = EdgeCasesMode.NONE)
	void completeValuesLeaveNoPlaceholder(@ForAll("templates") TemplatePiece template) {
		MessageTemplate read = MessageTemplate.parse("<" + template.source() + ">", VOCABULARY);
		Optional<String> message = read.render((name) -> "[value of " + name + "]");
		assertThat(message).hasValueSatisfying((it) -> assertThat(it).doesNotContain("{{", "}}", "null"));
		assertThat(read.names()).allSatisfy((name) -> assertThat(template.source()).contains(name));
	}

	@Property(tries = 20_000, seed = "20260202", edgeCases = EdgeCasesMode.NONE)
	@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
	void anyTextIsRefusedOrRenderedWithoutDoubleBraces(@ForAll("anything") String text) {
		MessageTemplate template = templateOrNull(text);
		Statistics.label("accepted")
			.collect(template != null)
			.coverage((it) -> it.check(true).percentage((percent) -> percent > 10));
		if (template != null) {
			assertThat(template.render((name) -> "value").orElse("")).as(text).doesNotContain("{{", "}}");
			assertThat(template.render((name) -> null).orElse("")).as(text).doesNotContain("{{", "}}");
		}
	}

	@Property(tries = 2_000, seed = "20260203")
	void anyCharactersAreRefusedWithAReasonOrAccepted(@ForAll("characters") String text) {
		MessageTemplate template = templateOrNull(text);
		if (template != null) {
			assertThatCode(() -> template.render((name) -> "value")).doesNotThrowAnyException();
		}
	}

	private static MessageTemplate templateOrNull(String text) {
		try {
			return MessageTemplate.parse(text, VOCABULARY);
		}
		catch (BadTemplateException ex) {
			assertThat(ex).message().isNotBlank();
			return null;
		}
	}

	@Provide
	Arbitrary<TemplatePiece> templates() {
		return sequences(3);
	}

	private static Arbitrary<TemplatePiece> sequences(int depth) {
		// Mustache removes a line that holds only a tag, so each text begins and ends
		// with a letter.
		Arbitrary<TemplatePiece> words = Arbitraries
			.of("", " ", " { ", " } ", "\n", "$1 \\ ", "é", "\uD83D\uDE00", "مرحبا", "|", "#", "/Name", "%s", " {x} ")
			.map((it) -> new TemplatePiece.Text("a" + it + "b"));
		Arbitrary<TemplatePiece> pieces = Arbitraries.oneOf(words, placeholders());
		if (depth > 0) {
			pieces = Arbitraries.oneOf(words, placeholders(), Arbitraries.lazy(() -> sections(depth - 1)));
		}
		return pieces.list().ofMaxSize(5).map(TemplatePiece.Sequence::new);
	}

	private static Arbitrary<TemplatePiece> placeholders() {
		Arbitrary<String> defaultText = Arbitraries.of("there", "you, dear customer!", "é", "a|b", "$&", "#1")
			.injectNull(0.5);
		return Combinators.combine(Arbitraries.of("{{%s}}", "{{ %s }}", "{{{%s}}}", "{{&%s}}"), names(), defaultText)
			.as(TemplatePiece.Placeholder::new);
	}

	private static Arbitrary<TemplatePiece> sections(int depth) {
		return Combinators.combine(Arbitraries.of(true, false), names(), sequences(depth))
			.as(TemplatePiece.Section::new);
	}

	private static Arbitrary<String> names() {
		return Arbitraries.of(NAMES);
	}

	@Provide
	Arbitrary<Map<String, String>> values() {
		return Arbitraries.maps(names(), ArbitraryText.upTo(6));
	}

	@Provide
	Arbitrary<String> anything() {
		return Arbitraries
			.of("{{", "}}", "{", "}", "}", "}}}", "Name", "{{Name}}", "{{Name}}", "{{Name|", "|", "#", "^", "/", "!",
					"=", "&", ">", "{{#Name}}", "{{/Name}}", "{{^Company}}", "{{/Company}}", "{{! x}}", "{{=<% %>=}}",
					"<%={{ }}=%>", "<%", "%>", " ", "\n", "\r\n", "a", "b", "c", "d")
			.list()
			.ofMaxSize(9)
			.map((pieces) -> String.join("", pieces));
	}

	@Provide
	Arbitrary<String> characters() {
		return ArbitraryText.upTo(12);
	}

}
