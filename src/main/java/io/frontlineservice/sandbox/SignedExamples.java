package io.frontlineservice.sandbox;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.twilio.RequestSigner;
import io.frontlineservice.worker.Senders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * {@code curl} commands that call the service as the Frontline app does, with Twilio's
 * signatures. Used by {@link SandboxText}. Thread-safe.
 */
final class SignedExamples {

	private final RequestSigner signer;

	private final Senders senders;

	private final boolean templates;

	/**
	 * Creates the commands.
	 * @param templates whether there are templates
	 */
	SignedExamples(RequestSigner signer, Senders senders, boolean templates) {
		this.signer = signer;
		this.senders = senders;
		this.templates = templates;
	}

	/** Returns the commands for this worker and customer, without those that fail. */
	List<String> lines(SampleChoice choice, int port) {
		String worker = choice.identity();
		String customer = choice.customer().id().value();
		List<String> lines = new ArrayList<>();
		add(lines, "The first customers of " + worker, curl(port, Callback.CRM, worker, "GetCustomersList", "PageSize",
				String.valueOf(SampleFinder.PAGE_SIZE)));
		add(lines, "Customers with a word that starts with \"" + choice.search() + "\"",
				curl(port, Callback.CRM, worker, "GetCustomersList", "Query", choice.search()));
		add(lines, "The details of one customer",
				curl(port, Callback.CRM, worker, "GetCustomerDetailsByCustomerId", "CustomerId", customer));
		reachable(choice).ifPresent((it) -> add(lines,
				"The number from which " + worker + " writes to this customer by " + it.channel().label(),
				curl(port, Callback.OUTGOING_CONVERSATION, worker, "GetProxyAddress", "CustomerId", customer,
						"ChannelType", it.channel().wireName(), "ChannelValue", it.value())));
		if (this.templates) {
			add(lines, "The templates that " + worker + " can send to this customer",
					curl(port, Callback.TEMPLATES, worker, "GetTemplatesByCustomerId", "CustomerId", customer));
		}
		return lines;
	}

	/** Returns an address to which the worker can write. */
	private Optional<Address> reachable(SampleChoice choice) {
		return List.of(ChannelType.WHATSAPP, ChannelType.SMS, ChannelType.CHAT)
			.stream()
			.flatMap((it) -> choice.address(it).stream())
			.filter((it) -> this.senders.senderFor(choice.worker(), it)
				.filter((sender) -> !sender.equals(it))
				.isPresent())
			.findFirst();
	}

	private static void add(List<String> lines, String comment, String command) {
		lines.addAll(List.of("", "# " + comment, command));
	}

	/** The parameters are pairs of a name and a value. */
	private String curl(int port, Callback callback, String worker, String location, String... parameters) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("Location", location);
		form.put("Worker", worker);
		for (int i = 0; i < parameters.length; i += 2) {
			form.put(parameters[i], parameters[i + 1]);
		}
		String headers = this.signer.headers(callback.path(), form)
			.entrySet()
			.stream()
			.map((it) -> "-H '" + it.getKey() + ": " + it.getValue() + "'")
			.collect(Collectors.joining(" "));
		return "curl -s http://localhost:%d%s %s -d '%s'".formatted(port, callback.path(), headers, body(form));
	}

	/** Returns the form as the body of a request. */
	static String body(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + UriUtils.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
