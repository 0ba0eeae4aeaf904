package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that Twilio or its libraries have published. */
class SignatureVectorsTests {

	private static final String TARGET = "/myapp.php?foo=1&bar=2";

	private static final String CALL = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234"
			+ "&From=%2B14158675309&To=%2B18005551212";

	private final Verification https = new Verification("https://mycompany.com", "12345");

	@Test
	void publishedExampleIsAccepted() {
		assertThat(this.https.accepts("RSOYDt4T1cUTdK1PDd93/VVr8B8=", TARGET, CALL)).isTrue();
	}

	@Test
	void secondPublishedExampleIsAccepted() {
		String call = CALL.replace("5309", "5310");

		assertThat(this.https.accepts("GvWf1cFY/Q7PnoempGyD5oXAezc=", TARGET, call)).isTrue();
	}

	@Test
	void signatureOverUrlWithDefaultPortIsAccepted() {
		assertThat(this.https.accepts("kvajT1Ptam85bY51eRf/AJRuM3w=", TARGET, CALL)).isTrue();
	}

	@Test
	void signatureOverUrlWithoutTheConfiguredPortIsAccepted() {
		Verification port1234 = new Verification("https://mycompany.com:1234", "12345");

		assertThat(port1234.accepts("RSOYDt4T1cUTdK1PDd93/VVr8B8=", TARGET, CALL)).isTrue();
	}

	@Test
	void signatureOverHttpUrlWithPortIsAccepted() {
		Verification port1234 = new Verification("http://mycompany.com:1234", "12345");

		assertThat(port1234.accepts("Zmvh+3yNM1Phv2jhDCwEM3q5ebU=", TARGET, CALL)).isTrue();
	}

	@Test
	void signatureOverHttpUrlWithDefaultPortIsAccepted() {
		Verification http = new Verification("http://mycompany.com", "12345");

		assertThat(http.accepts("0ZXoZLH/DfblKGATFgpif+LLRf4=", TARGET, CALL)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "user:pass@, CukzLTc1tT5dXEDIHm/tKBanW10=", "user@, 2YRLlVAflCqxaNicjMpJcSTgzSs=",
			"user:pass@, ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=", "user:pass@, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
			"user:pass@, kvajT1Ptam85bY51eRf/AJRuM3w=" })
	void userInfoMayBeSignedOrLeftOut(String userInfo, String signature) {
		Verification credentials = new Verification("https://" + userInfo + "mycompany.com", "12345");

		assertThat(credentials.accepts(signature, TARGET, CALL)).isTrue();
	}

	@Test
	void signatureOverUrlAloneIsAcceptedForAnEmptyForm() {
		assertThat(this.https.accepts("zYQTYrRWXE7LtzbG4PfP7/bkkGo=", TARGET, "")).isTrue();
		assertThat(this.https.accepts("zYQTYrRWXE7LtzbG4PfP7/bkkGo=", TARGET, CALL)).isFalse();
	}

	@Test
	void emptyValuesAreSignedByTheirNames() {
		String form = "Digits=&CallSid=CA1234567890ABCDE&EmptyParam=";

		assertThat(this.https.accepts("9HHp/OqQMEwdrVebHDdA/+tqjX8=", TARGET, form)).isTrue();
	}

	@Test
	void namesAreSortedCaseSensitively() {
		assertThat(this.https.accepts("9BQlnlFGHR1rDT4W2nyLMVE1+jk=", TARGET, "callSid=1&CallSid=2&CALLSID=3"))
			.isTrue();
	}

	@Test
	void escapesInTheQueryAreNotDecodedWhenThePortIsDropped() {
		Verification port443 = new Verification("https://someurl.com:443", "1234567890");

		assertThat(port443.accepts("PM+bjB+ITJ9a3LIYStKWOTMZMlU=", "/somepath?param1=client%3AAnonymous", "")).isTrue();
	}

	@Test
	void escapesInTheQueryAreNotDecodedWhenThePortIsAdded() {
		assertThat(this.https.accepts("q4/joAU2IuzVeivoaGh21lkGuQo=", "/cb?x=a%26b%3Dc%2B1%20z", CALL)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "dsq4Ehbj6cs+KdTkpF5sSSplOWw=", "TfZzewPq8wqrGlMfyAud8+/IvJ0=" })
	void apostropheInTheQueryMayBeSignedRawOrEscaped(String signature) {
		assertThat(this.https.accepts(signature, TARGET + "&Body=It's+amazing", CALL)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "%2B1325xxxxxxx, %2B1415xxxxxxx", "%2B1415xxxxxxx, %2B1325xxxxxxx" })
	void repeatedParametersAreAcceptedInEitherOrder(String first, String second) {
		String form = "MessagingBinding.Address=" + first + "&MessagingBinding.Address=" + second;

		assertThat(this.https.accepts("83O6e2vORAoJHUNzJjDWN1jz+BA=", TARGET, form)).isTrue();
	}

	@Test
	void eachValueOfARepeatedParameterIsSignedOnce() {
		String form = "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234";

		assertThat(this.https.accepts("IK+Dwps556ElfBT0I3Rgjkr1wJU=", TARGET, form)).isTrue();
	}

	@Test
	void punctuationAndAccentsInValuesAreAccepted() {
		Map<String, String> form = Map.of("Message", "Hello & goodbye! @#$%^*()", "From", "+1 (415) 867-5309",
				"Special", "unicode: ñáéíóú");

		assertThat(this.https.accepts("dCPiR4WtQ6QFN6pJh81CtlCcWLQ=", TARGET, form)).isTrue();
	}

	@Test
	void emojiHebrewAndNulInValuesAreAccepted() {
		Map<String, String> form = Map.of("Body", "😀 שלום \u0000x", "From", "+1");

		assertThat(this.https.accepts("nTEkeMK5LVLex7zT2H6A2LJt8ws=", TARGET, form)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "+hi+%0A, true", "hi, false", "+hi+, false", "hi+%0A, false", "+hi+%0D%0A, false" })
	void valuesAreSignedUntrimmed(String value, boolean accepted) {
		assertThat(this.https.accepts("WOeK72WpVl+GJ8BErezn+R/MxNE=", TARGET, "Body=" + value)).isEqualTo(accepted);
	}

	@Test
	void namesAreSortedByCodeUnits() {
		Map<String, String> form = Map.of("😀", "1", "～", "2");

		assertThat(this.https.accepts("f5epJGmDnfVAUadK2sqm4gOCA3Y=", TARGET, form)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "https://fis.example.com, 1CIbZ/0dUwP1ZQ7k0ZgglyMsYf0=",
			"https://fis.example.com, n68rYYS1f5r13ZZdFu62MkWb2mU=",
			"https://fis.example.com:443, 1CIbZ/0dUwP1ZQ7k0ZgglyMsYf0=",
			"https://fis.example.com:443, n68rYYS1f5r13ZZdFu62MkWb2mU=" })
	void customersListOfFrontlineIsAccepted(String publicUrl, String signature) {
		String form = "Location=GetCustomersList&PageSize=30&Worker=john%40example.com";

		assertThat(new Verification(publicUrl, "12345").accepts(signature, "/callbacks/crm", form)).isTrue();
	}

	@Test
	void parametersWithDotsAndBracesAreAccepted() {
		Map<String, String> form = Map.of("Attributes", "{}", "ConversationSid", "CH" + "a".repeat(32), "FriendlyName",
				"", "MessagingBinding.Address", "whatsapp:+15558675310", "MessagingBinding.ProxyAddress",
				"whatsapp:+15017122661", "State", "active");
		Verification frontline = new Verification("https://fis.example.com", "12345");

		assertThat(frontline.accepts("ymjf0vX+gCShgJWdIAvWeRW3xLI=", "/callbacks/routing?env=prod", form)).isTrue();
	}

	@Test
	void signerOfTheTestsProducesThePublishedSignature() {
		SignedRequest request = SignedRequest.to("https://mycompany.com" + TARGET)
			.signedBy("12345")
			.with("MessagingBinding.Address", "+1415xxxxxxx")
			.with("MessagingBinding.Address", "+1325xxxxxxx");

		assertThat(request.signature()).isEqualTo("83O6e2vORAoJHUNzJjDWN1jz+BA=");
	}

}
