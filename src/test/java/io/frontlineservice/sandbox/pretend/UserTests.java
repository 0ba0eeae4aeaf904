package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.User;
import com.twilio.rest.conversations.v1.conversation.Participant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the users of Conversations and of Frontline. */
class UserTests {

	private static final String ADA = "ada@example.com";

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account());

	private TwilioRestClient sdk;

	@BeforeEach
	void start() {
		this.sdk = TwilioSdk.client(this.twilio.start(0));
	}

	@AfterEach
	void stop() {
		this.twilio.close();
	}

	@Test
	void userDoesNotExistBeforeFirstSignIn() {
		assertNotFound(() -> frontline(ADA));
		assertNotFound(() -> User.fetcher(ADA).fetch(this.sdk));
		assertNotFound(() -> User.updater(ADA).setFriendlyName("Ada").update(this.sdk));
		this.twilio.signIn(ADA, true);
		assertThat(frontline(ADA).getIsAvailable()).isTrue();
		assertThat(frontline(ADA).getState()).isEqualTo(com.twilio.rest.frontlineapi.v1.User.StateType.ACTIVE);
		assertThat(User.fetcher(ADA).fetch(this.sdk).getIdentity()).isEqualTo(ADA);
	}

	@Test
	void participantIsUserOfConversationsOnly() {
		String sid = Conversation.creator().create(this.sdk).getSid();
		Participant.creator(sid).setIdentity(ADA).create(this.sdk);
		assertThat(User.fetcher(ADA).fetch(this.sdk).getAttributes()).isEqualTo("{}");
		assertNotFound(() -> frontline(ADA));
	}

	@Test
	void userIsFoundByExactIdentityOrSid() {
		this.twilio.signIn(ADA, false);
		assertNotFound(() -> frontline("Ada@example.com"));
		String sid = frontline(ADA).getSid();
		assertThat(frontline(sid).getIdentity()).isEqualTo(ADA);
	}

	@Test
	void conversationsSetsNameAndAttributes() {
		this.twilio.signIn(ADA, true);
		User.updater(ADA).setFriendlyName("Ada").setAttributes("{\"avatar\":\"x\"}").update(this.sdk);
		User.updater(ADA).setFriendlyName("Ada Okafor").update(this.sdk);
		User user = User.fetcher(ADA).fetch(this.sdk);
		assertThat(user.getFriendlyName()).isEqualTo("Ada Okafor");
		assertThat(user.getAttributes()).isEqualTo("{\"avatar\":\"x\"}");
	}

	@Test
	void frontlineSetsStateAndAvailability() {
		this.twilio.signIn(ADA, true);
		com.twilio.rest.frontlineapi.v1.User updated = com.twilio.rest.frontlineapi.v1.User.updater(ADA)
			.setState(com.twilio.rest.frontlineapi.v1.User.StateType.DEACTIVATED)
			.setIsAvailable(false)
			.setAvatar("https://x.example/ada.png")
			.update(this.sdk);
		assertThat(updated.getState()).isEqualTo(com.twilio.rest.frontlineapi.v1.User.StateType.DEACTIVATED);
		assertThat(updated.getIsAvailable()).isFalse();
		assertThat(updated.getAvatar()).isEqualTo("https://x.example/ada.png");
	}

	private com.twilio.rest.frontlineapi.v1.User frontline(String sidOrIdentity) {
		return com.twilio.rest.frontlineapi.v1.User.fetcher(sidOrIdentity).fetch(this.sdk);
	}

	private static void assertNotFound(ThrowingCallable call) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(20404));
	}

}
