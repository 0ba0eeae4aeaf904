package io.frontlineservice.consent.quiet;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.ParticipantListener;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.work.WorkStore;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of where participants of conversations may be: the region and the time zones,
 * never the number. Written by each settlement while quiet hours are enabled; read by
 * {@link QuietHoursMessageRule}. Thread-safe.
 */
@Component
final class ParticipantPlaces implements ParticipantListener {

	private static final String SEPARATOR = ",";

	private final JdbcClient store;

	private final CustomerPlaceFinder places;

	private final QuietHoursSettings settings;

	ParticipantPlaces(@WorkStore JdbcClient store, CustomerPlaceFinder places, QuietHoursSettings settings) {
		this.store = store;
		this.places = places;
		this.settings = settings;
	}

	@Override
	public void identified(ConversationSid conversationSid, String participantSid, @Nullable Address address,
			@Nullable CrmCustomer customer) {
		if (this.settings.enabled()) {
			put(conversationSid, participantSid, this.places.find(customer, address));
		}
	}

	private void put(ConversationSid conversationSid, String participantSid, CustomerPlace place) {
		this.store.sql("""
				insert into participant_place (conversation_sid, participant_sid, region, zones)
				values (:sid, :participant, :region, :zones) on conflict (conversation_sid, participant_sid)
				do update set region = excluded.region, zones = excluded.zones""")
			.param("sid", conversationSid.value())
			.param("participant", participantSid)
			.param("region", place.region())
			.param("zones", place.zones().stream().map(ZoneId::getId).collect(Collectors.joining(SEPARATOR)))
			.update();
	}

	/** Returns the places of the participants of a conversation, by their SIDs. */
	Map<String, CustomerPlace> of(ConversationSid conversationSid) {
		Map<String, CustomerPlace> all = new HashMap<>();
		this.store.sql("select participant_sid, region, zones from participant_place where conversation_sid = :sid")
			.param("sid", conversationSid.value())
			.query((row) -> {
				all.put(row.getString("participant_sid"),
						new CustomerPlace(row.getString("region"), zones(row.getString("zones"))));
			});
		return all;
	}

	private static List<ZoneId> zones(String stored) {
		return stored.isEmpty() ? List.of() : Arrays.stream(stored.split(SEPARATOR)).map(ZoneId::of).toList();
	}

	/** Removes the places of participants who have been removed. */
	void removeForgotten() {
		this.store.sql("""
				delete from participant_place where not exists (select 1 from known_participant known
				where known.conversation_sid = participant_place.conversation_sid
				and known.participant_sid = participant_place.participant_sid)""").update();
	}

}
