package io.frontlineservice.crm.snapshot;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets customers share the texts that many of them have, such as the name of a link or a
 * company, so that a large file takes less memory. Used by {@link CustomerSnapshot} while
 * it is made. Not thread-safe.
 */
final class SharedTexts {

	/** Further texts are not shared: where most differ, they would fill the map. */
	private static final int MOST = 20_000;

	private final Map<String, String> texts = new HashMap<>();

	/** Apart from the others, because each customer may have an own one. */
	private final Map<String, String> contents = new HashMap<>();

	/** Returns an equal customer that shares texts with those before. */
	CrmCustomer sharing(CrmCustomer customer) {
		Customer card = customer.card();
		Customer shared = new Customer(card.customerId(), card.displayName(), card.channels(), links(card.links()),
				details(card.details()), card.avatar());
		return new CrmCustomer(shared, customer.owners(), customer.emails(), shared(customer.company()),
				shared(customer.language()), customer.updatedAt(), customer.attributes(), customer.age(),
				customer.avatarLifetime());
	}

	private @Nullable List<Link> links(@Nullable List<Link> links) {
		return (links == null) ? null
				: links.stream()
					.map((link) -> new Link(known(this.texts, link.type()), link.value(),
							known(this.texts, link.displayName())))
					.toList();
	}

	private @Nullable Detail details(@Nullable Detail details) {
		return (details == null) ? null : new Detail(shared(details.title()),
				(details.content() != null) ? known(this.contents, details.content()) : null);
	}

	private @Nullable String shared(@Nullable String text) {
		return (text == null) ? null : known(this.texts, text);
	}

	private static String known(Map<String, String> texts, String text) {
		if (texts.size() >= MOST) {
			return texts.getOrDefault(text, text);
		}
		String known = texts.putIfAbsent(text, text);
		return (known != null) ? known : text;
	}

}
