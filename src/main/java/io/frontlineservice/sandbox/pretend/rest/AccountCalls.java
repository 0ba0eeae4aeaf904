package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Inventory;
import io.frontlineservice.sandbox.pretend.account.Inventory.Sender;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The read-only resources of the account: Account, IncomingPhoneNumber, WhatsApp senders,
 * the senders of a messaging service, and the Configuration of Conversations. Called by
 * {@link RestApi}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/iam/api/account">Twilio: Account resource</a>
 * @see <a href=
 * "https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource">Twilio:
 * IncomingPhoneNumber resource</a>
 * @see <a href="https://www.twilio.com/docs/whatsapp/api/senders">Twilio: Senders API</a>
 * @see <a href=
 * "https://www.twilio.com/docs/messaging/api/messaging-service-channelsender-resource">
 * Twilio: ChannelSenders subresource</a>
 */
final class AccountCalls {

	private static final String CREATED = "Mon, 01 Jan 2024 00:00:00 +0000";

	private static final String CREATED_ISO = "2024-01-01T00:00:00Z";

	private final Account account;

	private final Inventory inventory;

	AccountCalls(Account account, Inventory inventory) {
		this.account = account;
		this.inventory = inventory;
	}

	/**
	 * Only the auth token opens this resource. The error for an API key is a guess.
	 */
	Reply fetch(Request request, String sid) {
		if (!Account.userOf(request.authorization()).equals(this.account.sid())) {
			throw RestException.unauthorized();
		}
		requireOwn(request, sid);
		return Reply.ok(new AccountResource(sid, sid, "Pretend", this.inventory.status(), "Full", CREATED, CREATED,
				"/2010-04-01/Accounts/" + sid + ".json"));
	}

	/** Returns the numbers that contain the requested digits. */
	Reply numbers(Request request, String accountSid) {
		requireOwn(request, accountSid);
		String part = request.query().get("PhoneNumber");
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("page", 0);
		answer.put("page_size", 50);
		answer.put("next_page_uri", null);
		answer.put("incoming_phone_numbers",
				this.inventory.numbers()
					.stream()
					.filter((it) -> part == null || it.address().contains(part))
					.map((it) -> new NumberResource(it.sid("PN"), accountSid, it.address(), it.address(),
							new Capabilities(true, it.sends(), it.sends(), false), CREATED, CREATED))
					.toList());
		return Reply.ok(answer);
	}

	Reply whatsAppSenders(Request request) {
		if (!ChannelType.WHATSAPP.wireName().equals(request.query().get("Channel"))) {
			throw RestException.invalid("Only the channel whatsapp is supported");
		}
		return ResourcePage.of(request, "senders", this.inventory.whatsAppSenders(),
				(it) -> new WhatsAppSenderResource(it.sid("XE"), it.sends() ? "ONLINE" : "OFFLINE", it.address(),
						"https://messaging.twilio.com/v2/Channels/Senders/" + it.sid("XE")));
	}

	Reply numbersOf(Request request, String service) {
		return ResourcePage.of(request, "phone_numbers", members(request, service, this.inventory.numbers()),
				(it) -> new MemberNumberResource(it.sid("PN"), this.account.sid(), service, it.address(),
						it.sends() ? List.of("SMS", "Voice") : List.of("Voice"), CREATED_ISO, CREATED_ISO));
	}

	Reply whatsAppSendersOf(Request request, String service) {
		return ResourcePage.of(request, "senders", members(request, service, this.inventory.whatsAppSenders()),
				(it) -> new MemberSenderResource(it.sid("XE"), this.account.sid(), service, it.address(), "WhatsApp",
						CREATED_ISO, CREATED_ISO));
	}

	Reply configuration() {
		return Reply.ok(new ConfigurationResource(this.account.sid(), Account.SERVICE_SID,
				this.inventory.messagingService(), "https://conversations.twilio.com/v1/Configuration", Map.of()));
	}

	private List<Sender> members(Request request, String service, List<Sender> senders) {
		if (!service.equals(this.inventory.messagingService())) {
			throw RestException.notFound(request.path());
		}
		return senders.stream().filter(Sender::inService).toList();
	}

	private void requireOwn(Request request, String sid) {
		if (!sid.equals(this.account.sid())) {
			throw RestException.notFound(request.path());
		}
	}

	private record AccountResource(String sid, String ownerAccountSid, String friendlyName, String status, String type,
			String dateCreated, String dateUpdated, String uri) {
	}

	private record NumberResource(String sid, String accountSid, String phoneNumber, String friendlyName,
			Capabilities capabilities, String dateCreated, String dateUpdated) {
	}

	private record Capabilities(boolean voice, boolean sms, boolean mms, boolean fax) {
	}

	private record WhatsAppSenderResource(String sid, String status, String senderId, String url) {
	}

	private record MemberNumberResource(String sid, String accountSid, String serviceSid, String phoneNumber,
			List<String> capabilities, String dateCreated, String dateUpdated) {
	}

	private record MemberSenderResource(String sid, String accountSid, String messagingServiceSid, String sender,
			String senderType, String dateCreated, String dateUpdated) {
	}

	private record ConfigurationResource(String accountSid, String defaultChatServiceSid,
			@Nullable String defaultMessagingServiceSid, String url, Map<String, String> links) {
	}

}
