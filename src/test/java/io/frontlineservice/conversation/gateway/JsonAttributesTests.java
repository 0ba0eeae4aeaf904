package io.frontlineservice.conversation.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Additions to attributes keep the values of other programs. */
class JsonAttributesTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "{}", "null" })
	void missingAttributesAreAnEmptyObject(String text) {
		assertThat(with(text, Map.of("a", "1"), 100)).isEqualTo("{\"a\":\"1\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "[]", "1", "{\"a\":1}}", "{\"a\":", "'a'" })
	void textThatIsNotAnObjectIsNotRead(String text) {
		assertThat(JsonAttributes.read(text)).isEmpty();
	}

	@Test
	void tooDeepTextIsNotRead() {
		assertThat(JsonAttributes.read("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")).isEmpty();
	}

	@Test
	void existingValuesStayUnchanged() {
		String text = "{\"n\":1e400,\"d\":0.10,\"o\":{\"x\":[1,null,\"é\\u0000\"]},\"big\":12345678901234567890}";
		assertThat(with(text, Map.of("a", "1"), 1000)).isEqualTo(
				"{\"n\":1E+400,\"d\":0.10,\"o\":{\"x\":[1,null,\"é\\u0000\"]},\"big\":12345678901234567890,\"a\":\"1\"}");
	}

	@Test
	void existingValueIsNotReplaced() {
		assertThat(with("{\"a\":\"x\"}", Map.of("a", "1"), 100)).isNull();
		assertThat(with("{\"a\":7}", Map.of("a", "1"), 100)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":null}", "{\"a\":\"\"}", "{\"a\":\" \"}" })
	void emptyValueIsFilled(String text) {
		assertThat(with(text, Map.of("a", "1"), 100)).isEqualTo("{\"a\":\"1\"}");
	}

	@Test
	void lastAdditionsAreLeftOutIfTheTextIsTooLong() {
		Map<String, String> card = new LinkedHashMap<>();
		card.put("customer_id", "1");
		card.put("display_name", "Zoë");
		card.put("avatar", "https://example.com/zoe.png");
		assertThat(with("{}", card, 60)).isEqualTo("{\"customer_id\":\"1\",\"display_name\":\"Zoë\"}");
		// The limit counts bytes, and ë has two.
		assertThat(with("{}", card, 40)).isEqualTo("{\"customer_id\":\"1\"}");
		assertThat(with("{}", card, 10)).isNull();
	}

	private static String with(String text, Map<String, String> additions, int most) {
		return JsonAttributes.read(text).orElseThrow().with(additions, most).orElse(null);
	}

}
