package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.conversations.v1.Configuration;
import com.twilio.rest.messaging.v1.service.ChannelSender;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import com.twilio.rest.messaging.v2.ChannelsSender;
import io.frontlineservice.SignedRequest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the account's resources with Twilio's own library. */
class AccountTests {

	private static final String SERVICE = "MG" + "0".repeat(32);

	private static final String KEY = "SK" + "0".repeat(32);

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account().withKey(KEY, "secret"));

	private TwilioRestClient client;

	@BeforeEach
	void start() {
		this.twilio.start(0);
		this.client = TwilioSdk.client(this.twilio);
	}

	@AfterEach
	void stop() {
		this.twilio.close();
	}

	@Test
	void accountHasConfiguredStatus() {
		assertThat(Account.fetcher(SignedRequest.ACCOUNT_SID).fetch(this.client).getStatus())
			.isEqualTo(Account.Status.ACTIVE);
		this.twilio.inventory().status("suspended");
		assertThat(Account.fetcher(SignedRequest.ACCOUNT_SID).fetch(this.client).getStatus())
			.isEqualTo(Account.Status.SUSPENDED);
	}

	@Test
	void apiKeyMayReadNumbersButNotAccount() {
		TwilioRestClient key = TwilioSdk.client(this.twilio, KEY, "secret");

		assertThat(IncomingPhoneNumber.reader(SignedRequest.ACCOUNT_SID).read(key)).isEmpty();
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> Account.fetcher(SignedRequest.ACCOUNT_SID).fetch(key));
	}

	@Test
	void numbersAndWhatsAppSendersAreSeparateLists() {
		this.twilio.inventory().owns("+15005550006").owns("+15005550007", false, false).owns("whatsapp:+15005550008");

		assertThat(IncomingPhoneNumber.reader(SignedRequest.ACCOUNT_SID).read(this.client))
			.extracting((it) -> it.getPhoneNumber() + " " + it.getCapabilities().getSms())
			.containsExactly("+15005550006 true", "+15005550007 false");
		assertThat(
				IncomingPhoneNumber.reader(SignedRequest.ACCOUNT_SID).setPhoneNumber("+15005550007").read(this.client))
			.hasSize(1);
		assertThat(ChannelsSender.reader("whatsapp").read(this.client))
			.extracting((it) -> it.getSenderId() + " " + it.getStatus())
			.containsExactly("whatsapp:+15005550008 ONLINE");
	}

	@Test
	void messagingServiceListsItsSenders() {
		this.twilio.inventory()
			.owns("+15005550006")
			.owns("+15005550007", true, false)
			.owns("whatsapp:+15005550008")
			.owns("whatsapp:+15005550009", true, false);

		assertThat(Configuration.fetcher().fetch(this.client).getDefaultMessagingServiceSid()).isEqualTo(SERVICE);
		assertThat(PhoneNumber.reader(SERVICE).read(this.client)).extracting((it) -> it.getPhoneNumber().toString())
			.containsExactly("+15005550006");
		assertThat(ChannelSender.reader(SERVICE).read(this.client)).extracting(ChannelSender::getSender)
			.containsExactly("whatsapp:+15005550008");
	}

	@Test
	void configurationHasNoMessagingServiceWithoutOne() {
		this.twilio.inventory().withoutMessagingService();

		assertThat(Configuration.fetcher().fetch(this.client).getDefaultMessagingServiceSid()).isNull();
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> PhoneNumber.reader(SERVICE).read(this.client));
	}

	@Test
	void inventorySurvivesReset() {
		this.twilio.inventory().owns("+15005550006");
		this.twilio.reset();

		assertThat(IncomingPhoneNumber.reader(SignedRequest.ACCOUNT_SID).read(this.client)).hasSize(1);
	}

	@Test
	void webhookUrlIsServiceUrlByDefault() {
		this.twilio.callbacksAt(URI.create("http://localhost:1/"));
		assertThat(webhooks().getPreWebhookUrl()).isEqualTo("http://localhost:1/callbacks/conversations");

		new com.twilio.rest.conversations.v1.configuration.WebhookUpdater().setPreWebhookUrl("https://a.example")
			.update(this.client);

		assertThat(webhooks().getPreWebhookUrl()).isEqualTo("https://a.example");
		assertThat(webhooks().getPostWebhookUrl()).isEqualTo("http://localhost:1/callbacks/conversations");
	}

	@Test
	void serviceWebhooksAreSeparateAndTakeEffect() {
		new com.twilio.rest.conversations.v1.service.configuration.WebhookUpdater(
				io.frontlineservice.sandbox.pretend.account.Account.SERVICE_SID)
			.setPostWebhookUrl("https://b.example")
			.setFilters("onMessageAdded")
			.update(this.client);

		assertThat(webhooks().getPostWebhookUrl()).isNull();
		assertThat(this.twilio.conditions().isTicked("onMessageAdded")).isTrue();
		assertThat(this.twilio.conditions().isTicked("onConversationAdd")).isFalse();
	}

	private com.twilio.rest.conversations.v1.configuration.Webhook webhooks() {
		return com.twilio.rest.conversations.v1.configuration.Webhook.fetcher().fetch(this.client);
	}

}
