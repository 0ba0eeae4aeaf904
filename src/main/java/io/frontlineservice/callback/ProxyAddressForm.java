package io.frontlineservice.callback;

import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerIdentity;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code GetProxyAddress}.
 *
 * @param worker the identity of the app user
 * @param customerId the id of the customer
 * @param channelType the channel to write on
 * @param channelValue the customer's address on that channel
 */
record ProxyAddressForm(@BindParam("Worker") @RequiredText String worker,
		@BindParam("CustomerId") @RequiredText String customerId,
		@BindParam("ChannelType") @RequiredText String channelType,
		@BindParam("ChannelValue") @RequiredText String channelValue) {

	WorkerIdentity identity() {
		return WorkerIdentity.of(this.worker);
	}

	CustomerId id() {
		return new CustomerId(this.customerId);
	}

}
