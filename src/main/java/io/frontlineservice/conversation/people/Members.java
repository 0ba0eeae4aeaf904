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
 * Who is who in a conversation. Made of Twilio's participants whenever one is settled.
 * Immutable.
 *
 * @param people those who are no workers
 * @param workers the identities of the workers, in the order in which they came
 * @param ourNumbers the numbers of ours that the people write to
 * @param projectedAddress the number of ours that a group MMS goes over; null in all
 * other conversations
 */
public record Members(List<Person> people, List<WorkerIdentity> workers, List<Address> ourNumbers,
		@Nullable String projectedAddress) {

	public Members {
		people = List.copyOf(people);
		workers = List.copyOf(workers);
		ourNumbers = List.copyOf(ourNumbers);
	}

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
	 * Which of the workers among them has come last; null if there is none.
	 * @param participants all who are in the conversation now
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

	/** Whether there is somebody to answer, and nobody to do so. */
	public boolean needsWorker() {
		return this.workers.isEmpty() && !this.people.isEmpty();
	}

	/** The worker who has come last; null if there is none. */
	public @Nullable WorkerIdentity lastWorker() {
		return this.workers.isEmpty() ? null : this.workers.get(this.workers.size() - 1);
	}

	/** The same with one worker more. */
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
	 * In a group MMS everybody has an address and nobody a proxy address, and our number
	 * is one of the participants.
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
	 * Whether this is the number that a group writes to. Who has a proxy address writes
	 * to us, even from a number of ours.
	 */
	private static boolean isOurNumber(Person person, SenderOwners numbers) {
		return isInGroup(person.participant()) && person.address() != null && numbers.isOurs(person.address());
	}

	private static @Nullable Address address(@Nullable String written) {
		return InboundAddresses.read(written).stream().findFirst().orElse(null);
	}

}
