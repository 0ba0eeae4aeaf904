package io.frontlineservice.template;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.template.MessageContext.Defaults;
import io.frontlineservice.worker.Profile;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An invented customer and worker, for previews and for checks of message length. Called
 * by {@link CatalogueReader} and {@link PreviewEndpoint}.
 */
final class SampleContext {

	private static final List<Channel> CHANNELS = Arrays.stream(ChannelType.values())
		.map((type) -> new Channel(type, type.prefix() + (type.hasNumber() ? "+14155550100" : "sample")))
		.toList();

	private static final WorkerIdentity IDENTITY = WorkerIdentity.of("made-up");

	private static final Worker WORKER = new Worker(IDENTITY, Set.of(IDENTITY), null,
			new Profile("Sam Sample", null, null, null, null), Map.of());

	private SampleContext() {
	}

	/**
	 * A customer with this language, every channel and these attributes.
	 */
	static MessageContext of(Locale language, Set<String> names) {
		Map<String, Object> attributes = new HashMap<>();
		names.stream().filter((name) -> name.startsWith(TemplateValue.ATTRIBUTES)).forEach((name) -> {
			String attribute = name.substring(TemplateValue.ATTRIBUTES.length());
			attributes.put(attribute, "<" + attribute + ">");
		});
		Customer card = new Customer("made-up", "Maria Example", CHANNELS, null, null, null);
		CrmCustomer customer = new CrmCustomer(card, Set.of(), List.of(), "Example & Co", language.toLanguageTag(),
				null, attributes);
		return new MessageContext(WORKER, customer, Instant.now(), new Defaults(language, ZoneOffset.UTC));
	}

}
