package io.frontlineservice.conversation;

import io.frontlineservice.conversation.people.StoredGrants;
import io.frontlineservice.customer.Grants;
import io.frontlineservice.work.StoreCalls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/**
 * Provides the grants for package {@code customer}, and the gauge of waiting
 * conversations.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ReconciliationSettings.class, RetentionSettings.class })
class ConversationConfiguration {

	/** A conversation that has waited this long for a worker counts for the gauge. */
	private static final Duration ALARMING = Duration.ofMinutes(1);

	/**
	 * How long a callback waits for a read of the store, which may be restarting; the CRM
	 * needs the rest of its time.
	 */
	private static final Duration LONGEST_READ = Duration.ofSeconds(3);

	@Bean
	Grants grants(StoredGrants grants, StoreCalls store) {
		return (worker, customerId, deadline) -> store.within(deadline.within(LONGEST_READ).remaining(),
				() -> grants.granted(worker, customerId));
	}

	@Bean
	MeterBinder numberOfWaitingConversations(ConversationStore conversations, Clock clock) {
		return (meters) -> Gauge.builder("frontline.conversations.waiting", conversations, (it) -> {
			try {
				return it.countWaitingSince(clock.instant().minus(ALARMING));
			}
			catch (DataAccessException ex) {
				return Double.NaN;
			}
		}).description("Conversations that have waited for a worker for more than a minute").register(meters);
	}

}
