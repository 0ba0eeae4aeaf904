package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Participant;
import java.time.InstantSource;
import java.util.Map;

/**
 * The customers of conversations that workers start. Called by {@link FrontlineApp}.
 * Thread-safe.
 */
final class OutboundCustomers {

	private final AppScreens screens;

	private final InstantSource clock;

	OutboundCustomers(AppScreens screens, InstantSource clock) {
		this.screens = screens;
		this.clock = clock;
	}

	/**
	 * Returns the customer as a participant. That a chat customer is added by identity is
	 * a guess.
	 * @throws AppException if the callback fails, or an address is invalid
	 */
	Participant participant(String worker, String customerId, String channelType, String channelValue) {
		String proxyAddress = this.screens.proxyAddress(worker, customerId, channelType, channelValue);
		String attributes = Reply.JSON.writeValueAsString(Map.of("customer_id", customerId));
		if (channelType.equals(ChannelType.CHAT.wireName())) {
			return Participant.of(channelValue, null, attributes, this.clock.instant());
		}
		return Participant.of(null, binding(channelValue, proxyAddress), attributes, this.clock.instant());
	}

	private static Binding binding(String address, String proxyAddress) {
		if (!Binding.isAddress(address)) {
			throw AppException.unusableContact();
		}
		if (proxyAddress.equals(address)) {
			throw AppException.sameAddress();
		}
		if (!Binding.typeOf(proxyAddress).equals(Binding.typeOf(address))) {
			throw AppException.otherChannel();
		}
		return Binding.of(address, proxyAddress, null);
	}

}
