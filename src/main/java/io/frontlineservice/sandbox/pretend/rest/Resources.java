package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.sandbox.pretend.world.Receipt;
import io.frontlineservice.sandbox.pretend.world.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON bodies of the REST API, with Twilio's property names. Called by
 * {@link RestApi} and the resources. Immutable.
 */
public final class Resources {

	private static final String CONVERSATIONS = "https://conversations.twilio.com/v1";

	private static final String USERS = CONVERSATIONS + "/Users/";

	private static final String FRONTLINE_USERS = "https://frontline-api.twilio.com/v1/Users/";

	private final String accountSid;

	public Resources(String accountSid) {
		this.accountSid = accountSid;
	}

	public ConversationResource of(Conversation it) {
		String url = CONVERSATIONS + "/Conversations/" + it.sid();
		return new ConversationResource(it.sid(), this.accountSid, Account.SERVICE_SID, Account.MESSAGING_SERVICE_SID,
				it.friendlyName(), it.uniqueName(), it.attributes(), it.state().word(), date(it.createdAt()),
				date(it.updatedAt()), Map.of(), null, url, Map.of("participants", url + "/Participants", "messages",
						url + "/Messages", "webhooks", url + "/Webhooks"));
	}

	public ParticipantResource of(Conversation conversation, Participant it) {
		return new ParticipantResource(it.sid(), this.accountSid, conversation.sid(), it.identity(), it.attributes(),
				it.binding(), null, null, null, date(it.createdAt()), date(it.updatedAt()),
				CONVERSATIONS + "/Conversations/" + conversation.sid() + "/Participants/" + it.sid());
	}

	public MessageResource of(Conversation conversation, Message it) {
		return new MessageResource(it.sid(), this.accountSid, conversation.sid(), it.index(), it.author(), it.body(),
				List.of(), it.attributes(), it.participantSid(), date(it.createdAt()), date(it.createdAt()),
				DeliverySummary.of(it.receipts()), it.contentSid(), url(conversation, it),
				Map.of("delivery_receipts", url(conversation, it) + "/Receipts"));
	}

	ReceiptResource of(Conversation conversation, Message message, Receipt it) {
		return new ReceiptResource(it.sid(), this.accountSid, conversation.sid(), message.sid(), it.channelMessageSid(),
				it.participantSid(), it.status().word(), it.errorCode(), date(it.createdAt()), date(it.updatedAt()),
				url(conversation, message) + "/Receipts/" + it.sid());
	}

	ParticipantConversationResource membership(Conversation conversation, Participant it, @Nullable User user) {
		return new ParticipantConversationResource(this.accountSid, Account.SERVICE_SID, it.sid(),
				(user != null) ? user.sid() : null, it.identity(), it.binding(), conversation.sid(),
				conversation.uniqueName(), conversation.friendlyName(), conversation.attributes(),
				date(conversation.createdAt()), date(conversation.updatedAt()), "system", conversation.state().word(),
				Map.of(), Map.of("conversation", CONVERSATIONS + "/Conversations/" + conversation.sid()));
	}

	public UserResource of(User it) {
		return new UserResource(it.sid(), this.accountSid, Account.SERVICE_SID, null, it.identity(), it.friendlyName(),
				it.attributes(), null, null, date(it.createdAt()), date(it.updatedAt()), USERS + it.sid(),
				Map.of("user_conversations", USERS + it.sid() + "/Conversations"));
	}

	FrontlineUserResource ofFrontline(User it) {
		return new FrontlineUserResource(it.sid(), it.identity(), it.friendlyName(), it.avatar(),
				it.active() ? "active" : "deactivated", it.available(), FRONTLINE_USERS + it.sid());
	}

	/** The webhooks of a service, or of the account if the service is null. */
	WebhooksResource webhooks(@Nullable String service, Map<String, String> urls, Iterable<String> filters) {
		return new WebhooksResource(this.accountSid, service, "POST", filters, urls.get("PreWebhookUrl"),
				urls.get("PostWebhookUrl"), "webhook",
				CONVERSATIONS + ((service != null) ? "/Services/" + service : "") + "/Configuration/Webhooks");
	}

	private static String url(Conversation conversation, Message message) {
		return CONVERSATIONS + "/Conversations/" + conversation.sid() + "/Messages/" + message.sid();
	}

	/** Formats a date as the REST API does, in seconds. */
	private static String date(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	record ConversationResource(String sid, String accountSid, String chatServiceSid, String messagingServiceSid,
			@Nullable String friendlyName, @Nullable String uniqueName, String attributes, String state,
			String dateCreated, String dateUpdated, Map<String, String> timers, @Nullable Object bindings, String url,
			Map<String, String> links) {
	}

	record ParticipantResource(String sid, String accountSid, String conversationSid, @Nullable String identity,
			String attributes, @Nullable Binding messagingBinding, @Nullable String roleSid,
			@Nullable Integer lastReadMessageIndex, @Nullable String lastReadTimestamp, String dateCreated,
			String dateUpdated, String url) {
	}

	record MessageResource(String sid, String accountSid, String conversationSid, int index, String author, String body,
			List<String> media, String attributes, @Nullable String participantSid, String dateCreated,
			String dateUpdated, @Nullable DeliverySummary delivery, @Nullable String contentSid, String url,
			Map<String, String> links) {
	}

	record ReceiptResource(String sid, String accountSid, String conversationSid, String messageSid,
			String channelMessageSid, String participantSid, String status, int errorCode, String dateCreated,
			String dateUpdated, String url) {
	}

	record ParticipantConversationResource(String accountSid, String chatServiceSid, String participantSid,
			@Nullable String participantUserSid, @Nullable String participantIdentity,
			@Nullable Binding participantMessagingBinding, String conversationSid,
			@Nullable String conversationUniqueName, @Nullable String conversationFriendlyName,
			String conversationAttributes, String conversationDateCreated, String conversationDateUpdated,
			String conversationCreatedBy, String conversationState, Map<String, String> conversationTimers,
			Map<String, String> links) {
	}

	record UserResource(String sid, String accountSid, String chatServiceSid, @Nullable String roleSid, String identity,
			@Nullable String friendlyName, String attributes, @Nullable Boolean isOnline,
			@Nullable Boolean isNotifiable, String dateCreated, String dateUpdated, String url,
			Map<String, String> links) {
	}

	record FrontlineUserResource(String sid, String identity, @Nullable String friendlyName, @Nullable String avatar,
			String state, boolean isAvailable, String url) {
	}

	record WebhooksResource(String accountSid, @Nullable String chatServiceSid, String method, Iterable<String> filters,
			@Nullable String preWebhookUrl, @Nullable String postWebhookUrl, String target, String url) {
	}

}
