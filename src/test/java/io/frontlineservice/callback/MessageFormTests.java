package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.callback.InboundMessageController.AddedMessageForm;
import io.frontlineservice.callback.OutgoingMessageController.NewMessageForm;
import io.frontlineservice.conversation.participant.InboundMessage;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * Forms of messages: whatever people write is accepted, and the signed text of a message
 * cannot be split into a message of another author or with another text.
 */
class MessageFormTests {

	private static final String CONVERSATION = "CH0123456789abcdef0123456789abcdef";

	private static final Instant NOW = Instant.parse("2027-05-03T10:00:00Z");

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	private final FormBinding added = new FormBinding(AddedMessageForm.class, this.validator);

	private final FormBinding toAdd = new FormBinding(NewMessageForm.class, this.validator);

	@ParameterizedTest
	@ValueSource(strings = { "STOP", "Body lotion, please", "Author: me", "Authorization", "Status update", "Source?",
			"BodyAuthorStatusSource", "Attributes{}", "See the EventType of DateCreated2027", "ErrorCode30003", "",
			"AccountSid " + "AC00000000000000000000000000000000", "\uD83D\uDED1 stop", "ClientIdentityada",
			"StateToclosed" })
	void textOfMessageIsNeverRefused(String body) {
		AddedMessageForm form = (AddedMessageForm) this.added.bind(request(message(body)));

		assertThat(form.fromPhone(NOW).map(InboundMessage::body)).contains(body);
		assertThat(this.toAdd.bind(request(message(body)))).isInstanceOf(NewMessageForm.class);
	}

	@Test
	void signedTextIsNotSplitIntoOtherAuthorOrText() {
		String forged = "xAuthor+15550100BodySTOP";
		Map<String, String> ofWorker = message("Hello");
		ofWorker.put("Attributes", "{\"a\":\"" + forged + "Cc\"}");
		Map<String, String> recut = new TreeMap<>(ofWorker);
		recut.put("Attributes", "{\"a\":\"x");
		recut.put("Author", "+15550100");
		recut.put("Body", "STOP");
		recut.put("Cc", "\"}Author" + ofWorker.get("Author") + "BodyHello");

		assertRefused(recut);
	}

	@Test
	void shortenedTextIsRefused() {
		Map<String, String> recut = message("STOP ");
		recut.put("Calling me is fine", "");

		assertRefused(recut);
	}

	@Test
	void messageInsideTextIsRefused() {
		Map<String, String> recut = message("STOP");
		recut.put("Source", "SMSConversationSid" + CONVERSATION + "EventTypeonMessageAddedMessageSidIM" + "f".repeat(32)
				+ "ParticipantSidMB" + "f".repeat(32) + "SourceSMS");

		assertRefused(recut);
	}

	@Test
	void messagesOfWorkersAndProgramsAreNotOfCustomers() {
		for (Map<String, String> change : List.of(Map.of("ClientIdentity", "ada@example.com"), Map.of("Source", "API"),
				Map.of("Source", "SDK"), Map.of("Author", "system"))) {
			Map<String, String> form = message("STOP");
			form.putAll(change);

			assertThat(((AddedMessageForm) this.added.bind(request(form))).fromPhone(NOW)).isEqualTo(Optional.empty());
		}
	}

	private void assertRefused(Map<String, String> recut) {
		assertThatExceptionOfType(BadFormException.class).isThrownBy(() -> this.added.bind(request(recut)));
	}

	private static Map<String, String> message(String body) {
		return new TreeMap<>(Map.of("AccountSid", "AC00000000000000000000000000000000", "Attributes", "{}", "Author",
				"+14155550101", "Body", body, "ConversationSid", CONVERSATION, "DateCreated",
				"2027-05-03T09:00:00.000Z", "EventType", "onMessageAdded", "MessageSid", "IM" + "0".repeat(32),
				"ParticipantSid", "MB" + "0".repeat(32), "Source", "SMS"));
	}

	private static MockHttpServletRequest request(Map<String, String> form) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
		request.setParameters(form);
		return request;
	}

}
