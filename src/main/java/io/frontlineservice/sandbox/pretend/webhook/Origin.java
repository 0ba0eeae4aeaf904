package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.world.Binding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation started. Written into {@link Events}. Immutable.
 *
 * @param source {@code SMS}, {@code WHATSAPP}, {@code API} or {@code SDK}
 * @param bindings parameters with the sender and receiver; empty if no customer wrote
 * @param body the message; null if no customer wrote
 */
public record Origin(String source, Map<String, String> bindings, @Nullable String body) {

	/** Started without a customer's message. */
	public static final Origin API = new Origin("API", Map.of(), null);

	/** Started by a message of one customer. */
	public static Origin of(Binding binding, String body) {
		Map<String, String> bindings = new LinkedHashMap<>();
		bindings.put("MessagingBinding.Address", String.valueOf(binding.address()));
		bindings.put("MessagingBinding.ProxyAddress", String.valueOf(binding.proxyAddress()));
		return new Origin(binding.source(), bindings, body);
	}

	/**
	 * Started by a group message. Twilio lists the receivers without marking which number
	 * is the account's. The author has a separate parameter.
	 */
	public static Origin ofGroup(String author, List<String> others, String ourNumber, String body) {
		List<String> receivers = new ArrayList<>(others);
		receivers.add(ourNumber);
		Map<String, String> bindings = new LinkedHashMap<>();
		bindings.put("MessagingBinding.Address", String.join(", ", receivers));
		bindings.put("MessagingBinding.AuthorAddress", author);
		return new Origin("SMS", bindings, body);
	}

}
