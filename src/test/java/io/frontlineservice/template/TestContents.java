package io.frontlineservice.template;

import io.frontlineservice.template.TwilioContent.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Contents at Twilio. Used by the tests of this package. */
final class TestContents {

	private TestContents() {
	}

	/** The SID that ends with this digit. */
	static ContentSid sid(int number) {
		return new ContentSid("HX" + "0".repeat(31) + number);
	}

	/** An approved content in English; its texts are the body and the further texts. */
	static TwilioContent approved(int number, String body, String... furtherTexts) {
		return content(number, "name" + number, "en", Approval.APPROVED, Map.of(), body, furtherTexts);
	}

	static TwilioContent content(int number, String name, String language, Approval approval,
			Map<String, String> samples, String body, String... furtherTexts) {
		List<String> texts = new ArrayList<>(List.of(furtherTexts));
		texts.add(body);
		return TwilioContent.of(sid(number), name, language, body, texts, samples, approval);
	}

	static AccountContents account(TwilioContent... contents) {
		return new AccountContents(List.of(contents));
	}

}
