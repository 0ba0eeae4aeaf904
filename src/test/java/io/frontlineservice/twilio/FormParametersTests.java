package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.twilio.FormParameters.MalformedFormException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of forms. */
class FormParametersTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "a+b, a b", "a%20b, a b", "%2B, +", "%c3%a9, é", "%C3%A9, é", "%c3%A9, é", "\"\", \"\"",
					"a=b, a=b", "==, ==", "%26, &", "%3D, =", "%25, %", "%F0%9F%98%80, 😀", "%0D%0A, \"\r\n\"",
					"a;b, a;b", "%2525, %25", "a'b, a'b", "%EF%BF%BD, �" })
	void valueIsDecodedOnce(String encoded, String value) {
		assertThat(parse("Name=" + encoded)).containsExactly(Map.entry("Name", List.of(value)));
	}

	@Test
	void nameIsDecodedLikeAValue() {
		assertThat(parse("MessagingBinding.Address%5B%5D+%C3%A9=1"))
			.containsExactly(Map.entry("MessagingBinding.Address[] é", List.of("1")));
	}

	@Test
	void nameWithoutEqualsSignHasAnEmptyValue() {
		assertThat(parse("a&b=&c")).isEqualTo(Map.of("a", List.of(""), "b", List.of(""), "c", List.of("")));
	}

	@Test
	void valueWithoutNameHasAnEmptyName() {
		assertThat(parse("=x")).isEqualTo(Map.of("", List.of("x")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=1&&b=2", "&a=1&b=2", "a=1&b=2&", "&&&a=1&&&b=2&&" })
	void emptyTextBetweenAmpersandsIsIgnored(String form) {
		assertThat(parse(form)).isEqualTo(Map.of("a", List.of("1"), "b", List.of("2")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&", "&&&" })
	void emptyFormHasNoParameters(String form) {
		assertThat(parse(form)).isEmpty();
	}

	@Test
	void repeatedNameKeepsAllItsValuesInOrder() {
		assertThat(parse("b=2&a=1&b=1&b=2")).isEqualTo(Map.of("a", List.of("1"), "b", List.of("2", "1", "2")));
	}

	@Test
	void nulCharacterIsKept() {
		assertThat(parse("a=%00x&b=\u0000")).isEqualTo(Map.of("a", List.of("\u0000x"), "b", List.of("\u0000")));
	}

	@Test
	void unescapedUtf8IsRead() {
		assertThat(FormParameters.parse("a=é😀".getBytes(StandardCharsets.UTF_8)).values())
			.isEqualTo(Map.of("a", List.of("é😀")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "%zz", "%", "%2", "a%", "a%a", "%%", "%+1", "%-1", "% 1", "%1g", "%g1", "%u0041", "%x41" })
	void brokenEscapeIsRefused(String broken) {
		assertRefused(broken + "=1&b=2", "percent escape");
		assertRefused("a=" + broken + "&bb=2", "percent escape");
		assertRefused("a=1&b=" + broken, "percent escape");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%C3", "%C3x", "%C0%AF", "%E0%80%AF", "%80", "%FF", "%FE", "%ED%A0%80", "%ED%B0%80",
			"%F4%90%80%80", "%F0%9F%98", "%F8%88%80%80%80", "%E2%82", "%C3+%A9" })
	void escapesThatAreNotUtf8AreRefused(String wrong) {
		assertRefused("a=x" + wrong, "UTF-8");
		assertRefused(wrong + "=x", "UTF-8");
	}

	@Test
	void incompleteCharacterAtTheEndOfAValueIsRefused() {
		assertRefused("a=%C3&%A9=b", "UTF-8");
	}

	@Test
	void rawBytesThatAreNotUtf8AreRefused() {
		ByteArrayOutputStream form = new ByteArrayOutputStream();
		form.writeBytes("a=".getBytes(StandardCharsets.US_ASCII));
		form.write(0xE9);

		assertThatExceptionOfType(MalformedFormException.class)
			.isThrownBy(() -> FormParameters.parse(form.toByteArray()));
	}

	@Test
	void rawBytesAreNotHexadecimalDigits() {
		assertThatExceptionOfType(MalformedFormException.class)
			.isThrownBy(() -> FormParameters.parse("a=%١١".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void twoHundredParametersAreTheMaximum() {
		String form = IntStream.range(0, 200).mapToObj((i) -> "p" + i + "=" + i).collect(Collectors.joining("&"));

		assertThat(parse(form)).hasSize(200);
		assertThat(parse(form + "&&")).hasSize(200);
		assertRefused(form + "&p200", "more than 200 parameters");
	}

	@Test
	void eachRepetitionOfANameCountsAsAParameter() {
		assertThat(parse("a&".repeat(200)).get("a")).hasSize(200);
		assertRefused("a&".repeat(201), "more than 200 parameters");
	}

	@Test
	void errorMessageDoesNotQuoteTheForm() {
		assertThatExceptionOfType(MalformedFormException.class)
			.isThrownBy(() -> FormParameters.parse("Query=Lina%zz".getBytes(StandardCharsets.US_ASCII)))
			.withMessage("The form has a broken percent escape.");
	}

	@Test
	void signedTextHasNoSeparators() {
		assertThat(FormParameters.of(Map.of("B", "2", "A", "1", "C", "")).signedText()).isEqualTo("A1B2C");
		assertThat(FormParameters.parse("b=2&a=z&b=1&b=2&a=".getBytes(StandardCharsets.US_ASCII)).signedText())
			.isEqualTo("aazb1b2");
	}

	@Property(seed = "1")
	void encodedFormIsParsedToTheSameParameters(@ForAll("forms") Map<String, List<String>> form) {
		SignedRequest request = SignedRequest.to("");
		for (Map.Entry<String, List<String>> parameter : form.entrySet()) {
			for (String value : parameter.getValue()) {
				request = request.with(parameter.getKey(), value);
			}
		}

		assertThat(parse(request.body())).isEqualTo(form);
	}

	@Property(seed = "2")
	void anyBytesAreParsedOrRefused(@ForAll byte[] form) {
		List<String> refusals = new ArrayList<>();
		try {
			assertThat(FormParameters.parse(form).values().keySet()).noneMatch((name) -> name.contains("&"));
		}
		catch (MalformedFormException ex) {
			refusals.add(ex.getMessage());
		}
		assertThat(refusals).allMatch((refusal) -> refusal.startsWith("The form "));
	}

	@Provide
	Arbitrary<Map<String, List<String>>> forms() {
		return Arbitraries.maps(Texts.any(10), Texts.any(20).list().ofMinSize(1).ofMaxSize(3)).ofMaxSize(8);
	}

	private static Map<String, List<String>> parse(String form) {
		return FormParameters.parse(form.getBytes(StandardCharsets.US_ASCII)).values();
	}

	private static void assertRefused(String form, String reason) {
		assertThatExceptionOfType(MalformedFormException.class).isThrownBy(() -> parse(form))
			.withMessageContaining(reason);
	}

}
