package io.frontlineservice.delivery;

import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.delivery.OfferedMessages.OfferedKey;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.template.OfferedTemplate;
import io.frontlineservice.template.OfferedTemplates;
import io.frontlineservice.work.StoreCalls;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Remembers which messages were offered to whom. Called for each answer to the templates
 * callback. What was written lately is not written again. Thread-safe.
 */
@Component
class RememberedTemplates implements OfferedTemplates {

	private static final Logger logger = LoggerFactory.getLogger(RememberedTemplates.class);

	/** The longest time that this may add to an answer. */
	private static final Duration BUDGET = Duration.ofMillis(300);

	/** After this time, a message that is offered again is written again. */
	private static final Duration REWRITE = Duration.ofHours(1);

	private static final int MAX_RECENT = 20_000;

	/** The maximum length of the stored variables. */
	private static final int MAX_VARIABLES = 4000;

	private final DeliverySettings settings;

	private final MessageHashes hashes;

	private final OfferedMessages messages;

	private final StoreCalls store;

	private final Clock clock;

	/** What was last written. Guarded by itself. */
	private final Map<OfferedKey, Written> recent = new LinkedHashMap<>() {
		@Override
		protected boolean removeEldestEntry(Map.Entry<OfferedKey, Written> eldest) {
			return size() > MAX_RECENT;
		}
	};

	RememberedTemplates(DeliverySettings settings, MessageHashes hashes, OfferedMessages messages, StoreCalls store,
			Clock clock) {
		this.settings = settings;
		this.hashes = hashes;
		this.messages = messages;
		this.store = store;
		this.clock = clock;
	}

	@Override
	public void remember(WorkerIdentity author, @Nullable CustomerId customerId, Collection<OfferedTemplate> templates,
			Deadline deadline) {
		if (!this.settings.repairs() || templates.isEmpty()) {
			return;
		}
		try {
			this.store.within(deadline.within(BUDGET).remaining(), () -> {
				write(author, customerId, templates);
				return true;
			});
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Offered templates could not be remembered: {}", ex.getClass().getName());
		}
	}

	private void write(WorkerIdentity author, @Nullable CustomerId customerId, Collection<OfferedTemplate> templates) {
		String customer = this.hashes.customer(customerId);
		Map<OfferedKey, OfferedContent> rows = new HashMap<>();
		for (OfferedTemplate template : templates) {
			OfferedContent content = OfferedContent.of(template);
			if (content.variables().length() <= MAX_VARIABLES) {
				rows.put(new OfferedKey(this.hashes.message(author, template.text()), customer), content);
			}
		}
		long now = this.clock.millis();
		rows.entrySet().removeIf((row) -> isWritten(row.getKey(), row.getValue(), now));
		this.messages.add(rows);
		synchronized (this.recent) {
			rows.forEach((key, content) -> this.recent.put(key, new Written(content, now)));
		}
	}

	private boolean isWritten(OfferedKey key, OfferedContent content, long now) {
		synchronized (this.recent) {
			Written written = this.recent.get(key);
			return written != null && written.content().equals(content) && now - written.at() < REWRITE.toMillis();
		}
	}

	/**
	 * What was written of a message.
	 *
	 * @param content the content
	 * @param at when it was written, in milliseconds since 1970
	 */
	private record Written(OfferedContent content, long at) {
	}

}
