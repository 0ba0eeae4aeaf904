package io.frontlineservice.twilio.rest;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberReader;
import com.twilio.rest.conversations.v1.Configuration;
import com.twilio.rest.messaging.v1.service.ChannelSenderReader;
import com.twilio.rest.messaging.v1.service.PhoneNumberReader;
import com.twilio.rest.messaging.v2.ChannelsSenderReader;
import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import io.frontlineservice.worker.ConfiguredWorkers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Examines for the doctor whether Frontline accepts each configured sender.
 * <p>
 * All resources are documented; messaging services and their WhatsApp senders are in
 * beta. No documented error requires a sender to be in the messaging service, so a sender
 * outside of it is only a warning.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48028">48028: not in this
 * account</a>
 * @see <a href="https://www.twilio.com/docs/api/errors/48030">48030: not a WhatsApp
 * sender</a>
 * @see <a href="https://www.twilio.com/docs/api/errors/48032">48032: no messaging
 * service</a>
 */
final class SendersExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.SENDERS;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		ConfiguredWorkers workers = ConfiguredWorkers.from(environment).orElse(null);
		if (workers == null) {
			return List.of(Observation.notExamined("first fix frontline.senders.* and frontline.workers.*"));
		}
		if (workers.senders().isEmpty()) {
			return List.of(Observation.warning("no sender is configured, so workers cannot start conversations",
					"set frontline.senders.sms or frontline.senders.whatsapp to a number of this account"));
		}
		return AccountAccess.examine(environment, (access) -> examine(workers, access));
	}

	private static List<Observation> examine(ConfiguredWorkers workers, AccountAccess access) {
		List<Observation> observations = new ArrayList<>();
		String service = Configuration.fetcher().fetch(access.asService()).getDefaultMessagingServiceSid();
		if (service == null) {
			observations.add(Observation.problem("Conversations has no messaging service (Frontline's error 48032)",
					"choose one in Twilio's console: Conversations > Manage > Defaults"));
		}
		Set<String> pool = (service != null) ? pool(service, access.asService()) : null;
		@Nullable Map<String, String> whatsApp = workers.hasSenderFor(ChannelType.WHATSAPP) ? whatsApp(access.asService())
				: Map.of();
		for (Address sender : workers.senders()) {
			Observation problem = switch (sender.channel()) {
				case SMS -> problem(sender, access);
				case WHATSAPP -> problem(sender, pool, whatsApp);
				case CHAT -> null;
			};
			observations.add((problem != null) ? problem : membership(sender, pool));
		}
		return observations;
	}

	private static @Nullable Observation problem(Address sender, AccountAccess access) {
		IncomingPhoneNumberReader reader = new IncomingPhoneNumberReader(access.account().sid());
		for (IncomingPhoneNumber it : reader.setPhoneNumber(sender.value()).read(access.asService())) {
			// The filter also matches parts of a number.
			if (it.getPhoneNumber().toString().equals(sender.value())) {
				return it.getCapabilities().getSms() ? null : Observation.problem(name(sender) + " cannot send SMS",
						"replace it by a number that can: Twilio's console shows the capabilities of each number");
			}
		}
		return Observation.problem(name(sender) + " is not a number of this account (Frontline's error 48028)",
				"replace it by a number that Twilio's console lists under Phone Numbers");
	}

	private static @Nullable Observation problem(Address sender, @Nullable Set<String> pool,
			@Nullable Map<String, String> whatsApp) {
		if (whatsApp == null && (pool == null || !pool.contains(sender.value()))) {
			return Observation.problem(name(sender) + ": Twilio does not show the WhatsApp senders of this account",
					"add it to the messaging service of Conversations, which this examination can read");
		}
		String status = (whatsApp != null) ? whatsApp.get(sender.value()) : null;
		if (status != null && !status.startsWith("ONLINE")) {
			return Observation.problem(name(sender) + " is " + status,
					"see the reason in Twilio's console under WhatsApp senders");
		}
		return (status != null || (pool != null && pool.contains(sender.value()))) ? null : Observation.problem(
				name(sender) + " is not a WhatsApp sender of this account (Frontline's error 48030)",
				"register it in Twilio's console under WhatsApp senders, or replace it by a sender listed there");
	}

	private static Observation membership(Address sender, @Nullable Set<String> pool) {
		if (pool == null) {
			return Observation.holds(name(sender) + " belongs to this account");
		}
		return pool.contains(sender.value())
				? Observation
					.holds(name(sender) + " belongs to this account and is in the messaging service of Conversations")
				: Observation.warning(
						name(sender) + " belongs to this account, but is not in the messaging service of Conversations",
						"add it to the senders of that service, so that Frontline receives the messages to it");
	}

	/** Returns the numbers and WhatsApp senders of a messaging service. */
	private static Set<String> pool(String service, TwilioRestClient client) {
		Set<String> pool = new HashSet<>();
		new PhoneNumberReader(service).setPageSize(Pages.SIZE)
			.limit(AccountAccess.MAX_ITEMS)
			.read(client)
			.forEach((it) -> pool.add(it.getPhoneNumber().toString()));
		new ChannelSenderReader(service).setPageSize(Pages.SIZE)
			.limit(AccountAccess.MAX_ITEMS)
			.read(client)
			.forEach((it) -> pool.add(it.getSender()));
		return pool;
	}

	/** Returns the statuses of WhatsApp senders; null if Twilio does not show them. */
	private static @Nullable Map<String, String> whatsApp(TwilioRestClient client) {
		Map<String, String> statuses = new HashMap<>();
		try {
			new ChannelsSenderReader(ChannelType.WHATSAPP.wireName()).limit(AccountAccess.MAX_ITEMS)
				.read(client)
				.forEach((it) -> statuses.put(it.getSenderId(), Objects.toString(it.getStatus(), "ONLINE")));
			return statuses;
		}
		catch (TwilioErrorException ex) {
			return null;
		}
	}

	private static String name(Address sender) {
		return sender.channel().label() + " ..." + sender.value().substring(Math.max(0, sender.value().length() - 4));
	}

}
