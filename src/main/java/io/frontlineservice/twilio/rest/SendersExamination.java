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
 * Looks whether Frontline will accept each of our senders, before a worker finds out.
 * <p>
 * All resources asked are documented, those of messaging services and their WhatsApp
 * senders as a beta. That a sender has to be in the messaging service is documented of no
 * error, so one that is not is no more than a warning.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48028">48028: not of this
 * account</a>
 * @see <a href="https://www.twilio.com/docs/api/errors/48030">48030: no WhatsApp
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
		ConfiguredWorkers workers = ConfiguredWorkers.in(environment).orElse(null);
		if (workers == null) {
			return List.of(Observation.notExamined("first mend frontline.senders.* and frontline.workers.*"));
		}
		if (workers.senders().isEmpty()) {
			return List.of(Observation.warning("no sender is set: no worker can begin a conversation",
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
		@Nullable Map<String, String> whatsApp = workers.writeOn(ChannelType.WHATSAPP) ? whatsApp(access.asService()) : Map.of();
		for (Address sender : workers.senders()) {
			Observation problem = (sender.channel() == ChannelType.WHATSAPP) ? problem(sender, pool, whatsApp)
					: problem(sender, access);
			observations.add((problem != null) ? problem : membership(sender, pool));
		}
		return observations;
	}

	private static @Nullable Observation problem(Address sender, AccountAccess access) {
		IncomingPhoneNumberReader reader = new IncomingPhoneNumberReader(access.account().sid());
		for (IncomingPhoneNumber it : reader.setPhoneNumber(sender.value()).read(access.asService())) {
			// A part of a number finds it too.
			if (it.getPhoneNumber().toString().equals(sender.value())) {
				return it.getCapabilities().getSms() ? null : Observation.problem(name(sender) + " cannot send SMS",
						"set a number in its place that can: Twilio's console shows which of them do");
			}
		}
		return Observation.problem(name(sender) + " is no number of this account (Frontline's error 48028)",
				"set a number in its place that Twilio's console lists under Phone Numbers");
	}

	private static @Nullable Observation problem(Address sender, @Nullable Set<String> pool,
			@Nullable Map<String, String> whatsApp) {
		if (whatsApp == null && (pool == null || !pool.contains(sender.value()))) {
			return Observation.problem(name(sender) + ": Twilio does not show the WhatsApp senders of this account",
					"add it to the messaging service of Conversations, where it can be seen too");
		}
		String status = (whatsApp != null) ? whatsApp.get(sender.value()) : null;
		if (status != null && !status.startsWith("ONLINE")) {
			return Observation.problem(name(sender) + " is " + status,
					"see in Twilio's console, under WhatsApp senders, what it waits for");
		}
		return (status != null || (pool != null && pool.contains(sender.value()))) ? null
				: Observation.problem(name(sender) + " is no WhatsApp sender of this account (Frontline's error 48030)",
						"register it in Twilio's console under WhatsApp senders, or set one of those there");
	}

	private static Observation membership(Address sender, @Nullable Set<String> pool) {
		if (pool == null) {
			return Observation.holds(name(sender) + " is of this account");
		}
		return pool.contains(sender.value())
				? Observation.holds(name(sender) + " is of this account and in the messaging service of Conversations")
				: Observation.warning(
						name(sender) + " is of this account, but not in the messaging service of Conversations",
						"add it to the senders of that service, so that who writes to it comes to Frontline");
	}

	/** The numbers and the WhatsApp senders of a messaging service. */
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

	/** The account's WhatsApp senders and how they are; null if Twilio does not say. */
	private static @Nullable Map<String, String> whatsApp(TwilioRestClient client) {
		Map<String, String> statuses = new HashMap<>();
		try {
			new ChannelsSenderReader("whatsapp").limit(AccountAccess.MAX_ITEMS)
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
