package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whose the numbers are that customers write to: {@link Senders} read backwards. Asked
 * when a conversation comes in. Thread-safe; follows the directory as it changes.
 */
public final class SenderOwners {

	private final Senders senders;

	private final WorkerDirectory directory;

	SenderOwners(Senders senders, WorkerDirectory directory) {
		this.senders = senders;
		this.directory = directory;
	}

	/**
	 * The workers who write from that address and whom the directory gives it as their
	 * own, in its order. There may be several, of whom none is more its owner than the
	 * others; nobody is the owner of a number for all. The same number is one sender for
	 * SMS, from which chat is written too, and another for WhatsApp.
	 */
	public List<Worker> ownersOf(Address number) {
		Address sender = new Address(number.channel().senderChannel(), number.value());
		return this.directory.workers().stream().filter((worker) -> worker.senders().containsValue(sender)).toList();
	}

	/**
	 * Whether that is a number from which anybody here writes to anybody, on whichever
	 * channel: a group MMS lists our number beside those of the customers.
	 */
	public boolean isSender(Address address) {
		String number = address.number();
		return number != null && senders().map(Address::number).anyMatch((sender) -> Objects.equals(sender, number));
	}

	/** All addresses from which anybody here writes, as Twilio knows them, each once. */
	public List<String> addresses() {
		return senders().map(Address::value).toList();
	}

	private Stream<Address> senders() {
		return this.senders.all(this.directory.workers());
	}

}
