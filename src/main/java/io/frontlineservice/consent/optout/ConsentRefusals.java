package io.frontlineservice.consent.optout;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.ParticipantListener;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.work.WorkStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of the participants to whom workers may not write because of a field of the
 * CRM. Written by each settlement; read to decide about a message without the CRM.
 * Thread-safe. A person whom the CRM does not know is not in it: workers can only answer
 * such a person.
 */
@Component
class ConsentRefusals implements ParticipantListener {

	private final JdbcClient store;

	private final CrmConsent consent;

	private final ConsentSettings settings;

	ConsentRefusals(@WorkStore JdbcClient store, CrmConsent consent, ConsentSettings settings) {
		this.store = store;
		this.consent = consent;
		this.settings = settings;
	}

	@Override
	public void identified(ConversationSid conversationSid, String participantSid, @Nullable Address address,
			@Nullable CrmCustomer customer) {
		if (!this.settings.readsCrm()) {
			return;
		}
		Optional.ofNullable(customer)
			.flatMap(this.consent::refusal)
			.ifPresentOrElse((reason) -> put(conversationSid, participantSid, reason),
					() -> remove(conversationSid, participantSid));
	}

	private void put(ConversationSid conversationSid, String participantSid, ConsentRefusal reason) {
		this.store.sql("""
				insert into consent_refusal (conversation_sid, participant_sid, reason)
				values (:sid, :participant, :reason)
				on conflict (conversation_sid, participant_sid) do update set reason = excluded.reason""")
			.param("sid", conversationSid.value())
			.param("participant", participantSid)
			.param("reason", reason.name())
			.update();
	}

	private void remove(ConversationSid conversationSid, String participantSid) {
		this.store.sql("delete from consent_refusal where conversation_sid = :sid and participant_sid = :participant")
			.param("sid", conversationSid.value())
			.param("participant", participantSid)
			.update();
	}

	/** Returns why workers may not write in a conversation; empty if they may. */
	Optional<ConsentRefusal> of(ConversationSid conversationSid) {
		return !this.settings.readsCrm() ? Optional.empty()
				: this.store.sql("""
						select reason from consent_refusal where conversation_sid = :sid
						order by participant_sid limit 1""")
					.param("sid", conversationSid.value())
					.query((row, number) -> ConsentRefusal.valueOf(row.getString("reason")))
					.optional();
	}

	/** Removes the entries of participants who have been removed. */
	void removeForgotten() {
		this.store.sql("""
				delete from consent_refusal where not exists (select 1 from known_participant known
				where known.conversation_sid = consent_refusal.conversation_sid
				and known.participant_sid = consent_refusal.participant_sid)""").update();
	}

}
