package io.frontlineservice.crm;

import io.frontlineservice.crm.CrmQuestion.ByAddress;
import io.frontlineservice.crm.CrmQuestion.ById;
import io.frontlineservice.crm.CrmQuestion.Listed;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the memory of what a cache keeps, rather too high than too low: as if no two
 * entries shared an object. Called by {@link AnswerCache} and {@link KnownOwners}.
 */
final class MemoryUse {

	/** An entry of the cache, with its key and its value but not what they contain. */
	private static final int ENTRY = 250;

	/** A record of a few fields, a small collection, or the place in a collection. */
	private static final int OBJECT = 40;

	/** A string without its characters, and the reference to it. */
	private static final int STRING = 56;

	private static final int LATIN_1 = 256;

	private MemoryUse() {
	}

	/** Returns the bytes of an answer and its question. */
	static int ofAnswer(CrmQuestion question, CachedAnswer answer) {
		long bytes = ENTRY + of(question) + of(question.asker()) + of(answer.page().next());
		for (CrmCustomer customer : answer.page().customers()) {
			bytes += of(customer);
		}
		return (int) Math.min(bytes, Integer.MAX_VALUE);
	}

	/** Returns the bytes of the owners of a customer. */
	static int ofOwners(CustomerId id, @Nullable WorkerIdentity asker, Set<WorkerIdentity> owners) {
		return (int) (ENTRY + OBJECT + of(id.value()) + of(asker) + of(owners));
	}

	private static long of(CrmQuestion question) {
		if (question instanceof Listed list) {
			return of(list.audience().owners()) + of(list.search()) + of(list.cursor());
		}
		return of((question instanceof ById byId) ? byId.id().value() : ((ByAddress) question).address().value());
	}

	private static long of(CrmCustomer customer) {
		long bytes = 5 * OBJECT + of(customer.card()) + of(customer.owners()) + of(customer.company())
				+ of(customer.language());
		for (String email : customer.emails()) {
			bytes += of(email);
		}
		for (Map.Entry<String, Object> attribute : customer.attributes().entrySet()) {
			bytes += of(attribute.getKey()) + of(attribute.getValue().toString());
		}
		return bytes;
	}

	private static long of(Customer card) {
		Detail details = card.details();
		long bytes = of(card.customerId()) + of(card.displayName()) + of(card.avatar());
		bytes += (details != null) ? OBJECT + of(details.title()) + of(details.content()) : 0;
		for (Link link : orEmpty(card.links())) {
			bytes += OBJECT + of(link.type()) + of(link.value()) + of(link.displayName());
		}
		for (Channel channel : orEmpty(card.channels())) {
			bytes += OBJECT + of(channel.value());
		}
		return bytes;
	}

	private static long of(Collection<WorkerIdentity> owners) {
		long bytes = OBJECT;
		for (WorkerIdentity owner : owners) {
			bytes += of(owner);
		}
		return bytes;
	}

	private static long of(@Nullable WorkerIdentity worker) {
		return (worker != null) ? OBJECT + of(worker.written()) + of(worker.key()) : 0;
	}

	private static long of(@Nullable String text) {
		if (text == null) {
			return 0;
		}
		return STRING + text.length() * (text.chars().allMatch((it) -> it < LATIN_1) ? 1L : 2L);
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

}
