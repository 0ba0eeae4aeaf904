package io.frontlineservice.conversation.outgoing;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
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
 * Decides from which address a worker begins a conversation with a customer. Called by
 * the outgoing conversation callback. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/outgoing-conversations">Outgoing
 * Conversations</a>
 */
@Service
public class OutgoingConversations {

	private final CustomerService customers;

	private final Senders senders;

	private final AddressReader addresses;

	OutgoingConversations(CustomerService customers, Senders senders, AddressReader addresses) {
		this.customers = customers;
		this.senders = senders;
		this.addresses = addresses;
	}

	/**
	 * The address to write from.
	 * @param channelType the channel, as Twilio calls it
	 * @param channelValue where the customer is to be written to, on that channel
	 * @throws CustomerNotFoundException if there is no such customer, or this worker may
	 * not see it
	 * @throws ConversationRefusedException if that is no address of this customer, or
	 * there is none to write from
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public Address proxyAddress(Worker worker, CustomerId customerId, String channelType, String channelValue,
			Deadline deadline) {
		CrmCustomer customer = this.customers.customer(worker, customerId, deadline);
		ChannelType channel = ChannelType.named(channelType)
			.orElseThrow(() -> new ConversationRefusedException("Nobody is written to on this channel."));
		Address address = addressOf(customer, channel, channelValue).orElseThrow(() -> new ConversationRefusedException(
				"The customer cannot be reached at this address by " + channel.label() + "."));
		Address sender = this.senders.senderFor(worker, address)
			.orElseThrow(() -> new ConversationRefusedException("There is no sender for " + channel.label()
					+ ". Whoever runs the integration service can configure one."));
		if (sender.equals(address)) {
			throw new ConversationRefusedException("The customer's number is also the sender's.");
		}
		return sender;
	}

	/** The address, if it is one of the customer's: nobody else is written to. */
	private Optional<Address> addressOf(CrmCustomer customer, ChannelType channel, String value) {
		Address asked = this.addresses.read(channel, value).address();
		return customer.channels().stream().map(Channel::toAddress).filter((it) -> it.equals(asked)).findFirst();
	}

}
