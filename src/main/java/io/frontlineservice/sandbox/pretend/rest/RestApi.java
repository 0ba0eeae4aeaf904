package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.account.Contents;
import io.frontlineservice.sandbox.pretend.account.Inventory;
import io.frontlineservice.sandbox.pretend.carrier.Carrier;
import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The supported part of Twilio's REST API, without faults. Called by {@link RestServer}.
 * Thread-safe.
 */
public final class RestApi {

	private final Account account;

	private final Audit audit;

	private final ConversationCalls conversations;

	private final ParticipantCalls participants;

	private final MessageCalls messages;

	private final ContentCalls contents;

	private final UserCalls users;

	private final WebhookCalls webhooks;

	private final AccountCalls accounts;

	public RestApi(Account account, Inventory inventory, Contents contents, Audit audit, Conditions conditions,
			PretendWorld world, Webhooks webhooks, Carrier carrier, Executor threads) {
		this.account = account;
		this.audit = audit;
		Resources resources = new Resources(account.sid());
		this.conversations = new ConversationCalls(world, webhooks, resources);
		this.participants = new ParticipantCalls(world, webhooks, resources);
		this.messages = new MessageCalls(world, webhooks, contents, carrier, resources, threads);
		this.contents = new ContentCalls(account.sid(), contents);
		this.users = new UserCalls(world, resources);
		this.webhooks = new WebhookCalls(conditions, resources);
		this.accounts = new AccountCalls(account, inventory);
	}

	public Reply answer(@Nullable RestCall call, Request request) {
		try {
			if (!this.account.admits(request.authorization())) {
				throw RestException.unauthorized();
			}
			if (call == null) {
				throw RestException.notFound(request.path());
			}
			Reply reply = dispatch(call, request, call.variables(request));
			if (call.isChange()) {
				this.audit.written();
			}
			return reply;
		}
		catch (RestException ex) {
			return ex.reply();
		}
	}

	/** Sets the URL of the account's webhooks until a client sets another. */
	public void webhooksTo(@Nullable URI url) {
		this.webhooks.to(url);
	}

	public void clear() {
		this.webhooks.clear();
	}

	private Reply dispatch(RestCall call, Request request, List<String> at) {
		return switch (call) {
			case LIST_CONVERSATIONS -> this.conversations.list(request);
			case CREATE_CONVERSATION -> this.conversations.create(request);
			case FETCH_CONVERSATION -> this.conversations.fetch(request, at.get(0));
			case UPDATE_CONVERSATION -> this.conversations.update(request, at.get(0));
			case DELETE_CONVERSATION -> this.conversations.delete(request, at.get(0));
			case LIST_PARTICIPANTS -> this.participants.list(request, at.get(0));
			case ADD_PARTICIPANT -> this.participants.add(request, at.get(0));
			case FETCH_PARTICIPANT -> this.participants.fetch(request, at.get(0), at.get(1));
			case UPDATE_PARTICIPANT -> this.participants.update(request, at.get(0), at.get(1));
			case REMOVE_PARTICIPANT -> this.participants.remove(request, at.get(0), at.get(1));
			case LIST_MESSAGES -> this.messages.list(request, at.get(0));
			case CREATE_MESSAGE -> this.messages.create(request, at.get(0));
			case FETCH_MESSAGE -> this.messages.fetch(at.get(0), at.get(1));
			case LIST_RECEIPTS -> this.messages.receipts(request, at.get(0), at.get(1));
			case LIST_CONTENTS -> this.contents.list(request);
			case FETCH_APPROVAL -> this.contents.approval(request, at.get(0));
			case LIST_PARTICIPANT_CONVERSATIONS -> this.participants.conversations(request);
			case FETCH_USER -> this.users.fetch(request, at.get(0));
			case UPDATE_USER -> this.users.update(request, at.get(0));
			case FETCH_FRONTLINE_USER -> this.users.fetchOfFrontline(request, at.get(0));
			case UPDATE_FRONTLINE_USER -> this.users.updateOfFrontline(request, at.get(0));
			case FETCH_WEBHOOKS -> this.webhooks.fetch();
			case UPDATE_WEBHOOKS -> this.webhooks.update(request);
			case FETCH_WEBHOOKS_OF_SERVICE -> this.webhooks.fetchOfService();
			case UPDATE_WEBHOOKS_OF_SERVICE -> this.webhooks.updateOfService(request);
			case FETCH_CONFIGURATION -> this.accounts.configuration();
			case FETCH_ACCOUNT -> this.accounts.fetch(request, at.get(0));
			case LIST_NUMBERS -> this.accounts.numbers(request, at.get(0));
			case LIST_WHATSAPP_SENDERS -> this.accounts.whatsAppSenders(request);
			case LIST_NUMBERS_OF_SERVICE -> this.accounts.numbersOf(request, at.get(0));
			case LIST_WHATSAPP_SENDERS_OF_SERVICE -> this.accounts.whatsAppSendersOf(request, at.get(0));
		};
	}

}
