package io.frontlineservice.conversation.people;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.worker.SenderOwners;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The participants of a conversation, divided into people and workers. Created from
 * Twilio's participants for each settlement. Immutable.
 *
 * @param people the participants who are not workers
 * @param workers the identities of the workers, in the order in which they joined
 * @param ourNumbers our numbers that the people write to
 * @param projectedAddress our number in a group MMS; null in other conversations
 */
public record Members(List<Person> people, List<WorkerIdentity> workers, List<Address> ourNumbers,
		@Nullable String projectedAddress) {

	public Members {
		people = List.copyOf(people);
		workers = List.copyOf(workers);
		ourNumbers = List.copyOf(ourNumbers);
	}

	/**
	 * Divides the participants. A participant with a customer id in the attributes is not
	 * a worker.
	 */
	public static Members of(List<Participant> participants, SenderOwners numbers, Predicate<WorkerIdentity> isWorker) {
		List<Person> people = new ArrayList<>();
		List<WorkerIdentity> workers = new ArrayList<>();
		for (Participant participant : participants) {
			Person person = person(participant);
			if (isWorker(person, isWorker)) {
				workers.add(WorkerIdentity.of(String.valueOf(participant.identity())));
			}
			else if (participant.identity() != null
					|| (participant.address() != null && !isOurNumber(person, numbers))) {
				people.add(person);
			}
		}
		String projected = projectedAddress(participants, people, numbers);
		return new Members(people, workers, ourNumbers(participants, projected), projected);
	}

	/**
	 * Returns the worker who joined last; null without a worker.
	 * @param participants the present participants of the conversation
	 */
	public static @Nullable WorkerIdentity lastWorker(List<Participant> participants,
			Predicate<WorkerIdentity> isWorker) {
		return participants.stream()
			.filter((participant) -> isWorker(person(participant), isWorker))
			.map((participant) -> WorkerIdentity.of(String.valueOf(participant.identity())))
			.reduce((earlier, later) -> later)
			.orElse(null);
	}

	private static boolean isWorker(Person person, Predicate<WorkerIdentity> isWorker) {
		String identity = person.participant().identity();
		return identity != null && person.knownCustomerId() == null && isWorker.test(WorkerIdentity.of(identity));
	}

	/** Whether there are people but no workers. */
	public boolean needsWorker() {
		return this.workers.isEmpty() && !this.people.isEmpty();
	}

	/** The worker who joined last; null without a worker. */
	public @Nullable WorkerIdentity lastWorker() {
		return this.workers.isEmpty() ? null : this.workers.get(this.workers.size() - 1);
	}

	/** Returns these members and one more worker. */
	public Members with(WorkerIdentity worker) {
		return new Members(this.people, Stream.concat(this.workers.stream(), Stream.of(worker)).distinct().toList(),
				this.ourNumbers, this.projectedAddress);
	}

	private static Person person(Participant participant) {
		if (participant.identity() != null) {
			return new Person(participant, Address.ofIdentity(participant.identity()));
		}
		return new Person(participant, address(participant.address()));
	}

	/**
	 * In a group MMS, all participants have an address but no proxy address, and our
	 * number is one of them.
	 */
	private static @Nullable String projectedAddress(List<Participant> participants, List<Person> people,
			SenderOwners numbers) {
		boolean group = people.stream().filter((person) -> isInGroup(person.participant())).count() > 1;
		return participants.stream()
			.filter((participant) -> participant.identity() == null && participant.projectedAddress() != null)
			.map(Participant::projectedAddress)
			.findFirst()
			.or(() -> participants.stream()
				.filter((participant) -> group && isOurNumber(person(participant), numbers))
				.map(Participant::address)
				.findFirst())
			.orElse(null);
	}

	private static boolean isInGroup(Participant participant) {
		return participant.identity() == null && participant.proxyAddress() == null;
	}

	private static List<Address> ourNumbers(List<Participant> participants, @Nullable String projected) {
		return Stream.concat(participants.stream().map(Participant::proxyAddress), Stream.ofNullable(projected))
			.map(Members::address)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	/**
	 * Whether this is our number in a group MMS. A participant with a proxy address is a
	 * customer, even with one of our numbers.
	 */
	private static boolean isOurNumber(Person person, SenderOwners numbers) {
		return isInGroup(person.participant()) && person.address() != null && numbers.isSender(person.address());
	}

	private static @Nullable Address address(@Nullable String written) {
		return InboundAddresses.read(written).stream().findFirst().orElse(null);
	}

}
