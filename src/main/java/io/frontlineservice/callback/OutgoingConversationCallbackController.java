package io.frontlineservice.callback;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.outgoing.OutgoingConversations;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The outgoing conversation callback: the address from which a worker starts a
 * conversation. Called by Twilio Frontline, behind the signature filter.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/outgoing-conversations">Outgoing
 * Conversations</a>
 */
@RestController
@RequestMapping("/callbacks/outgoing-conversation")
final class OutgoingConversationCallbackController {

	private final OutgoingConversations conversations;

	OutgoingConversationCallbackController(OutgoingConversations conversations) {
		this.conversations = conversations;
	}

	@PostMapping(params = "Location=GetProxyAddress")
	ProxyAddressAnswer getProxyAddress(@CallbackForm ProxyAddressForm form, Worker worker, Deadline deadline) {
		return ProxyAddressAnswer
			.of(this.conversations.proxyAddress(worker, form.id(), form.channelType(), form.channelValue(), deadline));
	}

	/**
	 * The form of {@code GetProxyAddress}.
	 *
	 * @param worker the identity of the app user
	 * @param customerId the id of the customer
	 * @param channelType the channel of the conversation
	 * @param channelValue the customer's address on that channel
	 */
	record ProxyAddressForm(@BindParam("Worker") @RequiredText String worker,
			@BindParam("CustomerId") @RequiredText String customerId,
			@BindParam("ChannelType") @RequiredText String channelType,
			@BindParam("ChannelValue") @RequiredText String channelValue) implements WorkerForm {

		CustomerId id() {
			return new CustomerId(this.customerId);
		}

	}

	/**
	 * The address from which the worker writes.
	 *
	 * @param proxyAddress the address in the format of Twilio
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record ProxyAddressAnswer(String proxyAddress) {

		static ProxyAddressAnswer of(Address address) {
			return new ProxyAddressAnswer(address.value());
		}

	}

}
