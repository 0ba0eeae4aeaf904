package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frontlineservice.consent.push.ConsentApi.Rejection;
import io.frontlineservice.consent.push.ConsentItem;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests to Twilio's Consent API, and what its responses mean. */
class TwilioConsentsTests {

	private static final String ID = "0123456789abcdef0123456789abcdef";

	private static final String OTHER_ID = "f".repeat(32);

	private static final List<ConsentItem> ITEMS = List.of(item(ID, true, true), item(OTHER_ID, false, false));

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@Test
	void itemsAreFormFieldsWithJson() {
		this.twilio.answers(201, accepted());

		assertThat(this.twilio.consents().push(ITEMS)).isEmpty();
		LoggedRequest request = this.twilio.request();
		assertThat(request.getMethod().value()).isEqualTo("POST");
		assertThat(request.getHeader("Host")).isEqualTo("accounts.twilio.com");
		assertThat(request.getUrl()).isEqualTo("/v1/Consents/Bulk");
		assertThat(request.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
		assertThat(request.getBodyAsString().split("&"))
			.extracting((field) -> URLDecoder.decode(field, StandardCharsets.UTF_8))
			.containsExactly(
					"Items={\"contact_id\":\"+14155550101\",\"correlation_id\":\"" + ID
							+ "\",\"sender_id\":\"+15005550006\",\"status\":\"opt-out\",\"source\":\"opt-out-message\","
							+ "\"date_of_consent\":\"2026-05-06T07:08:09Z\"}",
					"Items={\"contact_id\":\"+14155550101\",\"correlation_id\":\"" + OTHER_ID
							+ "\",\"sender_id\":\"+15005550006\",\"status\":\"opt-in\",\"source\":\"offline\","
							+ "\"date_of_consent\":\"2026-05-06T07:08:09Z\"}");
		assertThat(this.twilio.count("consents", "ok")).isEqualTo(1);
	}

	@Test
	void rejectionHasTheCodeAndNoOtherText() {
		this.twilio.answers(201,
				"""
						{"items": [{"correlation_id": "%s", "error_code": 0, "error_messages": []},
						 {"correlation_id": "%s", "error_code": 30646, "error_messages": ["INVALID_SENDER_ID: +15005550006"]}]}"""
					.formatted(ID, OTHER_ID));

		assertThat(this.twilio.consents().push(ITEMS)).containsExactly(new Rejection(30646, "INVALID_SENDER_ID"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"items\": null}", "not JSON", "",
			"{\"items\": [{\"correlation_id\": \"" + ID + "\"}]}" })
	void missingResultIsRetried(String body) {
		this.twilio.answers(201, body);

		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> this.twilio.consents().push(ITEMS));
	}

	@ParameterizedTest
	@CsvSource({ "401, 70051", "403, 20003", "403, 20403", "404, 20404" })
	void missingAccessNamesThePermission(int status, int code) {
		this.twilio.fails(status, code);

		assertThatExceptionOfType(TwilioRefusedException.class).isThrownBy(() -> this.twilio.consents().push(ITEMS))
			.withMessageContaining("permission to create consents")
			.withMessageContaining("error " + code);
	}

	@Test
	void invalidRequestIsRefusedAndWrongTokenIsNot() {
		this.twilio.fails(400, 20001);
		assertThatExceptionOfType(TwilioRefusedException.class).isThrownBy(() -> this.twilio.consents().push(ITEMS))
			.withMessage("Twilio refused (status 400, error 20001)");
		this.twilio.fails(401, 20003);
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> this.twilio.consents().push(ITEMS))
			.satisfies((ex) -> assertThat(ex.needsOperator()).isTrue());
	}

	private static String accepted() {
		return "{\"items\": [{\"correlation_id\": \"%s\", \"error_code\": 0}, {\"correlation_id\": \"%s\", \"error_code\": 0}]}"
			.formatted(ID, OTHER_ID);
	}

	private static ConsentItem item(String id, boolean optedOut, boolean byMessage) {
		return new ConsentItem(id, "+14155550101", "+15005550006", optedOut, byMessage,
				Instant.parse("2026-05-06T07:08:09.123Z"));
	}

}
