package io.frontlineservice.sandbox;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.worker.SenderOwners;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code curl} commands that make the pretend Twilio act as a customer's phone, without a
 * signature. Used by {@link SandboxText}. Thread-safe.
 */
final class InboundExamples {

	/** A number that no customer has. */
	private static final String UNKNOWN = "+14155550199";

	private final PretendTwilio twilio;

	private final SenderOwners senders;

	InboundExamples(PretendTwilio twilio, SenderOwners senders) {
		this.twilio = twilio;
		this.senders = senders;
	}

	/** Returns the commands for this customer; empty if no number can be written to. */
	List<String> lines(Optional<SampleChoice> choice) {
		Optional<Address> customer = choice.flatMap((it) -> it.address(ChannelType.SMS, ChannelType.WHATSAPP))
			.filter((it) -> number(it.channel()).isPresent());
		ChannelType channel = customer.map(Address::channel).orElse(ChannelType.SMS);
		return number(channel).map((to) -> lines(customer, channel, to)).orElse(List.of());
	}

	private List<String> lines(Optional<Address> customer, ChannelType channel, String number) {
		Map<String, String> message = new LinkedHashMap<>();
		message.put("From", customer.map(Address::value).orElse(UNKNOWN));
		message.put("To", number);
		message.put("Body", "Can you call me back?");
		return List.of("", "The sandbox also has a pretend Twilio. These commands act as a customer's phone:", "",
				"# A message from " + (customer.isPresent() ? "this customer" : "an unknown number") + " by "
						+ channel.label(),
				"curl -s " + this.twilio.url() + "/pretend/inbound -d '" + SignedExamples.body(message) + "'", "",
				"# The resulting conversation", "curl -s " + this.twilio.url() + "/pretend/conversations");
	}

	/** Returns one of our numbers of that channel. */
	private Optional<String> number(ChannelType channel) {
		return this.senders.addresses().stream().filter((it) -> ChannelType.ofAddress(it) == channel).findFirst();
	}

}
