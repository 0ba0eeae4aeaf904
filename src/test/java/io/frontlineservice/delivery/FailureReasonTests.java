package io.frontlineservice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker reads for each error code of Twilio. */
class FailureReasonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			21610 | opted_out      | the customer has opted out
			30610 | quiet_hours    | Twilio's quiet hours did not allow it at that time
			63014 | blocked        | the customer has blocked our number or has opted out
			63016 | window_closed  | the 24-hour window was closed
			63024 | no_whatsapp    | the customer's number is not on WhatsApp
			63003 | bad_address    | the customer's number does not exist or cannot receive messages
			63018 | rate_limit     | too many messages were sent at that time
			63020 | sender         | our number is not set up to send it
			63021 | content        | its content was refused
			63032 | whatsapp_limit | WhatsApp does not deliver it to this customer
			63033 | whatsapp_limit | WhatsApp does not deliver it to this customer
			30003 | unreachable    | the customer's phone was off or out of reach
			30004 | filtered       | the carrier blocked it as unwanted
			30005 | bad_address    | the customer's number does not exist or cannot receive messages
			30006 | bad_address    | the customer's number does not exist or cannot receive messages
			30007 | filtered       | the carrier blocked it as unwanted
			30008 | carrier        | the carrier did not say why
			30034 | sender         | our number is not set up to send it
			0     | other          | for a reason that Twilio knows
			99999 | other          | for a reason that Twilio knows
			""")
	void codeHasReason(int code, String tag, String words) {
		assertThat(FailureReason.of(code).tag()).isEqualTo(tag);
		assertThat(FailureReason.of(code).words()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "21610, true", "63014, true", "63016, false", "30610, false", "0, false" })
	void onlyTheWishOfThePersonIsAnOptOut(int code, boolean expected) {
		assertThat(FailureReason.of(code).isOptOut()).isEqualTo(expected);
	}

}
