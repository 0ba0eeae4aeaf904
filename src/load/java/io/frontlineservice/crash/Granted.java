package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.site.People;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The customers without an owner who are in a conversation with a worker, by worker. Only
 * the conversation lets the worker see them. Filled by the traffic; read by
 * {@link AppUser} and {@link ClusterRun}. Thread-safe.
 */
final class Granted implements Consumer<TrafficEvent> {

	private final PretendTwilio twilio;

	private final Map<String, List<String>> customers = new ConcurrentHashMap<>();

	Granted(PretendTwilio twilio) {
		this.twilio = twilio;
	}

	@Override
	public void accept(TrafficEvent happening) {
		String sid = happening.conversationSid();
		if (sid != null && happening.is(Moment.CALL_DONE, RestCall.ADD_PARTICIPANT) && happening.status() == 201) {
			note(this.twilio.conversation(sid));
		}
	}

	private void note(Conversation conversation) {
		String address = conversation.participants()
			.stream()
			.filter((it) -> it.binding() != null)
			.map((it) -> Objects.requireNonNull(it.binding()).address())
			.findFirst()
			.orElseThrow();
		if (People.isCustomer(address) && !People.hasOwner(address)) {
			conversation.participants()
				.stream()
				.filter((it) -> it.identity() != null)
				.forEach((it) -> of(it.identity()).add(People.idOf(address)));
		}
	}

	/** The ids of the customers in a conversation with that worker. */
	List<String> of(String worker) {
		return this.customers.computeIfAbsent(worker, (key) -> new CopyOnWriteArrayList<>());
	}

	/** Any of these customers; null without such a customer. */
	String any(String worker, RandomGenerator random) {
		List<String> ids = of(worker);
		return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
	}

}
