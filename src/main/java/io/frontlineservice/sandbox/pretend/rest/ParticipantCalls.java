package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.wire.Form;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Participant resource and the ParticipantConversation resource. Called by
 * {@link RestApi}. Thread-safe.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-participant-resource">
 * Twilio: Participant resource</a>
 */
final class ParticipantCalls {

	private static final int LONGEST_IDENTITY = 256;

	private final PretendWorld world;

	private final Webhooks webhooks;

	private final Resources resources;

	ParticipantCalls(PretendWorld world, Webhooks webhooks, Resources resources) {
		this.world = world;
		this.webhooks = webhooks;
		this.resources = resources;
	}

	Reply list(Request request, String sid) {
		Conversation conversation = this.world.conversations().get(sid);
		return ResourcePage.of(request, "participants", conversation.participants(),
				(it) -> this.resources.of(conversation, it));
	}

	Reply add(Request request, String sid) {
		Conversation before = this.world.conversations().get(sid);
		Participant newcomer = newcomer(request.form(), before);
		Conversation conversation = this.world.conversations().add(before.sid(), newcomer);
		if (newcomer.identity() != null) {
			this.world.users().getOrCreate(newcomer.identity());
		}
		publish(request, "onParticipantAdded", conversation, newcomer);
		return Reply.created(this.resources.of(conversation, newcomer));
	}

	Reply fetch(Request request, String sid, String sidOrIdentity) {
		Conversation conversation = this.world.conversations().get(sid);
		return Reply.ok(this.resources.of(conversation, find(request, conversation, sidOrIdentity)));
	}

	Reply update(Request request, String sid, String sidOrIdentity) {
		String attributes = request.form().get("Attributes");
		Conversation conversation = this.world.conversations().change(sid, (it) -> {
			Participant participant = find(request, it, sidOrIdentity);
			return (attributes != null) ? it.with(participant.with(Draft.smallAttributes(attributes), this.world.now()))
					: it;
		});
		Participant updated = find(request, conversation, sidOrIdentity);
		publish(request, "onParticipantUpdated", conversation, updated);
		return Reply.ok(this.resources.of(conversation, updated));
	}

	Reply remove(Request request, String sid, String sidOrIdentity) {
		Participant participant = find(request, this.world.conversations().get(sid), sidOrIdentity);
		Conversation conversation = this.world.conversations().change(sid, (it) -> it.without(participant));
		publish(request, "onParticipantRemoved", conversation, participant);
		return Reply.noContent();
	}

	/**
	 * Returns all memberships of an address or identity, in conversations of any state.
	 */
	Reply conversations(Request request) {
		String identity = request.query().get("Identity");
		String address = request.query().get("Address");
		if ((identity == null) == (address == null)) {
			throw RestException.invalid("One of Identity and Address is required");
		}
		List<Membership> memberships = this.world.conversations()
			.where((it) -> true)
			.stream()
			.flatMap((conversation) -> conversation.participants()
				.stream()
				.filter((it) -> (identity != null) ? identity.equals(it.identity())
						: (it.binding() != null && String.valueOf(address).equals(it.binding().address())))
				.map((it) -> new Membership(conversation, it)))
			.toList();
		return ResourcePage.of(request, "conversations", memberships, (it) -> {
			String user = it.participant().identity();
			return this.resources.membership(it.conversation(), it.participant(),
					(user != null) ? this.world.users().find(user) : null);
		});
	}

	private Participant newcomer(Form form, Conversation conversation) {
		String identity = form.get("Identity");
		String address = form.get("MessagingBinding.Address");
		String proxyAddress = form.get("MessagingBinding.ProxyAddress");
		String projectedAddress = form.get("MessagingBinding.ProjectedAddress");
		if (identity == null && address == null && projectedAddress == null) {
			throw RestException.invalid("Identity or MessagingBinding is required");
		}
		if (identity != null && (identity.isBlank() || identity.length() > LONGEST_IDENTITY)) {
			throw RestException.invalid("Identity is empty or longer than " + LONGEST_IDENTITY + " characters");
		}
		if (address != null && proxyAddress == null && conversation.groupNumber() == null) {
			throw RestException.invalidAddress();
		}
		String attributes = form.get("Attributes");
		return Participant.of(identity, binding(address, proxyAddress, projectedAddress),
				Draft.smallAttributes((attributes != null) ? attributes : "{}"), this.world.now());
	}

	private static @Nullable Binding binding(@Nullable String address, @Nullable String proxyAddress,
			@Nullable String projectedAddress) {
		return (address == null && proxyAddress == null && projectedAddress == null) ? null
				: Binding.of(address, proxyAddress, projectedAddress);
	}

	private static Participant find(Request request, Conversation conversation, String sidOrIdentity) {
		return conversation.find(sidOrIdentity).orElseThrow(() -> RestException.notFound(request.path()));
	}

	private void publish(Request request, String type, Conversation conversation, Participant participant) {
		if (request.firesWebhooks()) {
			this.webhooks.send(this.webhooks.events().participant(type, conversation, participant, "API"));
		}
	}

	private record Membership(Conversation conversation, Participant participant) {

	}

}
