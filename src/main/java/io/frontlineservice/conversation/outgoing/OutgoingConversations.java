package io.frontlineservice.conversation.outgoing;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerNotFoundException;
import io.frontlineservice.customer.CustomerService;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Senders;
import io.frontlineservice.worker.Worker;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Chooses the address from which a worker starts a conversation with a customer. Called
 * by the outgoing conversation callback. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/outgoing-conversations">Outgoing
 * Conversations</a>
 */
@Service
public class OutgoingConversations {

	private final CustomerService customers;

	private final Senders senders;

	private final AddressReader addresses;

	private final ContactRules rules;

	OutgoingConversations(CustomerService customers, Senders senders, AddressReader addresses, ContactRules rules) {
		this.customers = customers;
		this.senders = senders;
		this.addresses = addresses;
		this.rules = rules;
	}

	/**
	 * Returns the address to write from.
	 * @param channelType the channel, as Twilio calls it
	 * @param channelValue the customer's address on that channel
	 * @throws CustomerNotFoundException if there is no such customer, or this worker may
	 * not see it
	 * @throws ConversationRefusedException if the customer does not have this address, or
	 * no sender is configured for it, or the worker may not write to the customer now
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public Address proxyAddress(Worker worker, CustomerId customerId, String channelType, String channelValue,
			Deadline deadline) {
		CrmCustomer customer = this.customers.customer(worker, customerId, deadline);
		ChannelType channel = ChannelType.named(channelType)
			.orElseThrow(() -> new ConversationRefusedException(
					"This service does not start conversations on this channel."));
		Address address = addressOf(customer, channel, channelValue).orElseThrow(() -> new ConversationRefusedException(
				"The customer cannot be reached at this address by " + channel.label() + "."));
		Address sender = this.senders.senderFor(worker, address)
			.orElseThrow(() -> new ConversationRefusedException("No sender is configured for " + channel.label()
					+ ". The operator of the integration service can add one."));
		if (sender.equals(address)) {
			throw new ConversationRefusedException("The customer's number is also the sender's.");
		}
		this.rules.refusalToBegin(customer, address, sender, deadline).ifPresent((reason) -> {
			throw new ConversationRefusedException(reason);
		});
		return sender;
	}

	/** Returns the address if the customer has it; a worker writes to customers only. */
	private Optional<Address> addressOf(CrmCustomer customer, ChannelType channel, String value) {
		Address asked = this.addresses.read(channel, value).address();
		return customer.channels().stream().map(Channel::toAddress).filter((it) -> it.equals(asked)).findFirst();
	}

}
