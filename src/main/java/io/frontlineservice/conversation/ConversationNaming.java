package io.frontlineservice.conversation;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.people.Contact;
import io.frontlineservice.conversation.people.CustomerMatcher;
import io.frontlineservice.conversation.people.RememberedCustomers;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.BoundedCalls;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import io.frontlineservice.worker.SenderOwners;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Names a conversation that Twilio is about to create, while the customer's message
 * waits. Called by the conversations callback. Thread-safe.
 * <p>
 * It never fails. A customer that the CRM does not name in time is shown by number until
 * {@link SettleConversationJob} writes the name.
 */
@Service
public class ConversationNaming implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ConversationNaming.class);

	/** How many conversations may be looked up at once; others are named by numbers. */
	private static final int AT_ONCE = 64;

	private final BoundedCalls lookUps = new BoundedCalls("name-conversation", AT_ONCE);

	private final CustomerMatcher matcher;

	private final RememberedCustomers remembered;

	private final SenderOwners numbers;

	ConversationNaming(CustomerMatcher matcher, RememberedCustomers remembered, SenderOwners numbers) {
		this.matcher = matcher;
		this.remembered = remembered;
		this.numbers = numbers;
	}

	/**
	 * Returns the name and the picture for a conversation by the deadline, even if the
	 * CRM or the store fails. A name that Twilio sends stays, unless it is only a number.
	 */
	public ConversationUpdate name(NewConversation conversation, Deadline deadline) {
		List<String> addresses = conversation.customers(this.numbers::isSender);
		List<Address> ourNumbers = conversation.ourNumbers(this.numbers::isSender);
		return ConversationUpdate.of(conversation.friendlyName(), conversation.attributes(),
				contacts(addresses, conversation.idBesideNumber().orElse(null), ourNumbers, deadline));
	}

	/**
	 * Looks the contacts up; without an answer in time, all are shown by number.
	 * @param otherAddress another address of a single person; null without one
	 */
	private List<Contact> contacts(List<String> addresses, @Nullable Address otherAddress, List<Address> ourNumbers,
			Deadline deadline) {
		try {
			return this.lookUps.call(() -> addresses.stream()
				.map((address) -> new Contact(address, customer(address, otherAddress, ourNumbers, deadline)))
				.toList(), deadline);
		}
		catch (UnansweredCallException ex) {
			logger.warn("A conversation is named by a number for now: {}", ex.reason());
		}
		return addresses.stream().map((address) -> new Contact(address, null)).toList();
	}

	private @Nullable CrmCustomer customer(String written, @Nullable Address otherAddress, List<Address> ourNumbers,
			Deadline deadline) {
		try {
			Optional<CrmCustomer> found = NewConversation.read(written)
				.flatMap((address) -> match(address, ourNumbers, deadline));
			if (otherAddress != null) {
				found.ifPresent((customer) -> this.remembered.remember(otherAddress, customer.id(), deadline));
				return found.or(() -> match(otherAddress, ourNumbers, deadline)).orElse(null);
			}
			return found.orElse(null);
		}
		catch (CrmUnavailableException | DataAccessException ex) {
			logger.warn("A conversation is named by a number for now: {}", ex.getClass().getSimpleName());
			return null;
		}
	}

	private Optional<CrmCustomer> match(Address address, List<Address> ourNumbers, Deadline deadline) {
		return this.matcher.matches(address, null, ourNumbers, deadline).stream().findFirst();
	}

	@Override
	public void close() {
		this.lookUps.close();
	}

}
