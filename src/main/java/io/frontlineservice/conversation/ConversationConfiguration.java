package io.frontlineservice.conversation;

import io.frontlineservice.conversation.people.StoredGrants;
import io.frontlineservice.customer.Grants;
import io.frontlineservice.work.StoreCalls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** Tells room {@code customer} who may see whom, and operators how it goes. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

	/** A conversation that has waited for so long for a worker is worth an alarm. */
	private static final Duration ALARMING = Duration.ofMinutes(1);

	/**
	 * What a callback waits for a read of the store; the rest of its time is the CRM's.
	 */
	private static final Duration LONGEST_READ = Duration.ofSeconds(2);

	@Bean
	Grants grants(StoredGrants grants, StoreCalls store) {
		return (worker, customerId, deadline) -> store.within(deadline.within(LONGEST_READ).remaining(),
				() -> grants.granted(worker, customerId));
	}

	@Bean
	MeterBinder numberOfWaitingConversations(ConversationStore conversations) {
		return (meters) -> Gauge.builder("frontline.conversations.waiting", conversations, (it) -> {
			try {
				return it.countWaitingSince(Clock.systemUTC().instant().minus(ALARMING));
			}
			catch (DataAccessException ex) {
				return Double.NaN;
			}
		}).description("Conversations that have waited for a worker for more than a minute").register(meters);
	}

}
