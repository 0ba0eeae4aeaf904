package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningService;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Responses to onConversationAdd: the name of the conversation, and never an error. */
@RunningServiceWithTwilio
class NewConversationScenarioTests {

	private static final String PATH = "/callbacks/conversations";

	private static final String AVATAR = "https://example.com/avatars/1001.png";

	@Autowired
	private PretendTwilio twilio;

	private final String url;

	NewConversationScenarioTests(@LocalServerPort int port) {
		this.url = "http://localhost:" + port + PATH;
	}

	@Test
	void avatarIsAddedToGivenAttributes() throws Exception {
		JsonNode answer = answer(event().with("Attributes", "{\"campaign\": 12345678901234567890.10}"));
		assertThat(answer.path("friendly_name").asString()).isEqualTo("Lina Berg");
		// A string that contains JSON, not an object.
		assertThat(answer.path("attributes").isString()).isTrue();
		assertThat(answer.path("attributes").asString())
			.isEqualTo("{\"campaign\":12345678901234567890.10,\"avatar\":\"" + AVATAR + "\"}");
	}

	@Test
	void givenAvatarStays() throws Exception {
		JsonNode answer = answer(event().with("Attributes", "{\"avatar\":\"https://example.com/other.png\"}"));
		assertThat(answer.has("attributes")).isFalse();
		assertThat(answer.path("friendly_name").asString()).isEqualTo("Lina Berg");
	}

	@Test
	void attributesWithRepeatedNameAreMerged() throws Exception {
		JsonNode answer = answer(event().with("Attributes", "{\"a\":1,\"a\":2}"));
		assertThat(answer.path("attributes").asString()).isEqualTo("{\"a\":2,\"avatar\":\"" + AVATAR + "\"}");
	}

	@ParameterizedTest
	@MethodSource
	void unusableAttributesAreNotChanged(String attributes) throws Exception {
		JsonNode answer = answer(event().with("Attributes", attributes));
		assertThat(answer.path("friendly_name").asString()).isEqualTo("Lina Berg");
		assertThat(answer.has("attributes")).isFalse();
	}

	static Stream<String> unusableAttributesAreNotChanged() {
		return Stream.of("not json", "[1]", "\"text\"", "7", "{", "{\"a\":}", "{\"a\":" + "[".repeat(5000),
				"{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}", "{\"a\":\"" + "x".repeat(16 * 1024) + "\"}",
				"{\"a\":\"" + "x".repeat(100 * 1024) + "\"}", "{\"a\":" + "9".repeat(10_000) + "}", "\u0000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", "whatsapp:", "messenger:12345", "+", "+1,+2", "undefined", "null" })
	void invalidAddressIsNotAnError(String address) throws Exception {
		assertThat(post(form().with("MessagingBinding.Address", address)).statusCode()).isEqualTo(200);
	}

	@Test
	void eventWithoutAddressIsAnsweredWithEmptyObject() throws Exception {
		assertThat(post(form().with("Source", "SDK").with("Attributes", "{}")).body()).isEqualTo("{}");
		assertThat(post(form()).body()).isEqualTo("{}");
	}

	@Test
	void shortCodeAndAlphanumericSenderAreUsedAsNames() throws Exception {
		for (String sender : List.of("72345", "ACME Parcels", "A".repeat(250))) {
			assertThat(answer(form().with("MessagingBinding.Address", sender)).path("friendly_name").asString())
				.isEqualTo(sender);
		}
	}

	@Test
	void nameHasAtMost256Characters() throws Exception {
		String group = "+1202555".concat("0143, ").repeat(100);
		assertThat(answer(form().with("MessagingBinding.Address", group)).path("friendly_name").asString().length())
			.isBetween(1, 256);
		assertThat(answer(form().with("MessagingBinding.Address", "9".repeat(5000))).path("friendly_name").asString())
			.hasSize(256);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+14155550101 | +15035550118, +15005550006 | Lina Berg, Marcus Lindqvist
			+14155550101 | +15005550006, +15035550118 | Lina Berg, Marcus Lindqvist
			+14155550101 | +15035550118,+15005550006 | Lina Berg, Marcus Lindqvist
			+14155550101 | +15035550118; +15005550006 | Lina Berg, Marcus Lindqvist
			+14155550101 | +15005550006; +15035550118, +12025550143 | Lina Berg, Marcus Lindqvist, +12025550143
			+14155550101 | +15035550118, +14155550101, +15005550006 | Lina Berg, Marcus Lindqvist
			+12025550143 | +14155550101, +15005550006 | +12025550143, Lina Berg
			+14155550101 | +15005550006 | Lina Berg
			72345 | +14155550101, +15005550006 | 72345, Lina Berg
			+14155550101 | 72345, +15005550006 | Lina Berg, 72345
			'' | +14155550101, +15035550118, +15005550006 | Lina Berg, Marcus Lindqvist
			""")
	void nameOfGroupIncludesAuthorForEveryFormatOfAddresses(String author, String others, String name)
			throws Exception {
		SignedRequest form = form().with("MessagingBinding.AuthorAddress", author);
		for (String value : others.split("; ", -1)) {
			form = form.with("MessagingBinding.Address", value);
		}
		assertThat(answer(form).path("friendly_name").asString()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Order 4711", "Lina", "Shelves, +14155550101" })
	void givenFriendlyNameStays(String given) throws Exception {
		JsonNode answer = answer(event().with("FriendlyName", given));
		assertThat(answer.has("friendly_name")).isFalse();
		assertThat(JsonMapper.shared().readTree(answer.path("attributes").asString()).path("avatar").asString())
			.isEqualTo(AVATAR);
	}

	@Test
	void givenFriendlyNameOfShortCodeStays() throws Exception {
		assertThat(answer(form().with("MessagingBinding.Address", "72345").with("FriendlyName", "Order 4711")))
			.isEqualTo(JsonMapper.shared().readTree("{}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "+14155550101", "whatsapp:+14155550101" })
	void friendlyNameThatIsBlankOrNumberIsReplaced(String name) throws Exception {
		assertThat(answer(event().with("FriendlyName", name)).path("friendly_name").asString()).isEqualTo("Lina Berg");
	}

	@Test
	void repeatedParametersAreNotAnError() throws Exception {
		for (String name : List.of("EventType", "MessagingBinding.ProxyAddress", "MessagingBinding.AuthorAddress",
				"FriendlyName", "Attributes")) {
			HttpResponse<String> response = post(event().with("MessagingBinding.AuthorAddress", LINA)
				.with("FriendlyName", "")
				.with("Attributes", "{}")
				.with(name, "other"));
			assertThat(response.statusCode()).as(name).isEqualTo(200);
			assertThat(response.body()).as(name).isEqualTo("{}");
		}
	}

	@Test
	void namingMakesNoTwilioCall() throws Exception {
		answer(event());
		assertThat(this.twilio.journal().restCalls()).isEmpty();
	}

	private static SignedRequest form() {
		return SignedRequest.to(RunningService.PUBLIC_URL + PATH)
			.with("AccountSid", SignedRequest.ACCOUNT_SID)
			.with("EventType", "onConversationAdd");
	}

	private static SignedRequest event() {
		return form().with("MessagingBinding.Address", LINA).with("MessagingBinding.ProxyAddress", SMS);
	}

	private HttpResponse<String> post(SignedRequest form) throws Exception {
		return form.post(this.url);
	}

	private JsonNode answer(SignedRequest form) throws Exception {
		HttpResponse<String> response = post(form);
		assertThat(response.statusCode()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

}
