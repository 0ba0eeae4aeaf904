package io.frontlineservice.work;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two clocks: the one of this machine, which the whole service uses, and the one that
 * all instances of the queue share.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	/** A file has no clock, and only one instance uses it. */
	@Bean(defaultCandidate = false)
	@WorkStore
	Clock storeClock(StoreSettings settings, @WorkStore JdbcClient store, Clock clock) {
		return settings.isEmbedded() ? clock
				: new DatabaseClock(
						() -> store.sql("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)")
							.query((row, number) -> Instant.ofEpochMilli(row.getLong(1)))
							.single(),
						clock);
	}

}
