package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.world.Binding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation began. Told to the service by {@link Events}. Immutable.
 *
 * @param source {@code SMS}, {@code WHATSAPP}, {@code API} or {@code SDK}
 * @param bindings the parameters that say who wrote to which number; empty if nobody did
 * @param body what they wrote; null if nobody did
 */
public record Origin(String source, Map<String, String> bindings, @Nullable String body) {

	/** Not by a customer. */
	public static final Origin API = new Origin("API", Map.of(), null);

	/** By one customer. */
	public static Origin of(Binding binding, String body) {
		Map<String, String> bindings = new LinkedHashMap<>();
		bindings.put("MessagingBinding.Address", String.valueOf(binding.address()));
		bindings.put("MessagingBinding.ProxyAddress", String.valueOf(binding.proxyAddress()));
		return new Origin(binding.source(), bindings, body);
	}

	/**
	 * By a message to several people at once. Twilio lists the addresses of the others
	 * and ours, and does not say which is ours; the writer has a parameter of their own.
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
