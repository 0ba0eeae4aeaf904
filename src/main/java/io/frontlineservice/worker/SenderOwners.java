package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds the workers who own the number that a customer wrote to: the inverse of
 * {@link Senders}. Called for new conversations. Thread-safe; uses a changed directory at
 * once.
 */
public final class SenderOwners {

	private final Senders senders;

	private final WorkerDirectory directory;

	SenderOwners(Senders senders, WorkerDirectory directory) {
		this.senders = senders;
		this.directory = directory;
	}

	/**
	 * Returns the workers who have this number as their own sender in the directory, in
	 * its order. Several workers can share a number; a number of a country or of all has
	 * no owner. The channel matters: the same number is one sender for SMS and chat, and
	 * another for WhatsApp.
	 */
	public List<Worker> ownersOf(Address number) {
		Address sender = new Address(number.channel().senderChannel(), number.value());
		return this.directory.workers().stream().filter((worker) -> worker.senders().containsValue(sender)).toList();
	}

	/**
	 * Returns whether this is the number of a sender, on any channel. Needed because a
	 * group MMS lists our own number beside those of the customers.
	 */
	public boolean isSender(Address address) {
		String number = address.number();
		return number != null && senders().map(Address::number).anyMatch((sender) -> Objects.equals(sender, number));
	}

	/** Returns the senders of a channel, each once. */
	public List<Address> of(ChannelType channel) {
		return senders().filter((sender) -> sender.channel() == channel).toList();
	}

	/** Returns the addresses of all senders in Twilio's form, each once. */
	public List<String> addresses() {
		return senders().map(Address::value).toList();
	}

	private Stream<Address> senders() {
		return this.senders.all(this.directory.workers());
	}

}
