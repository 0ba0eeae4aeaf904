package io.frontlineservice.consent;

import io.frontlineservice.address.Address;
import io.frontlineservice.consent.optout.OptOutRules;
import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Combines the rules of the packages below for package {@code customer}. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

	@Bean
	ContactRules contactRules(OptOutRules optOuts) {
		return new CombinedRules(optOuts);
	}

	/**
	 * All rules; the first refusal counts.
	 *
	 * @param optOuts opt-outs and consent
	 */
	private record CombinedRules(OptOutRules optOuts) implements ContactRules {

		@Override
		public Optional<String> refusal(CrmCustomer customer, Deadline deadline) {
			return this.optOuts.refusal(customer, deadline);
		}

		@Override
		public Optional<String> refusalToBegin(CrmCustomer customer, Address to, @Nullable Address from,
				Deadline deadline) {
			return this.optOuts.refusalToBegin(customer, to, from, deadline);
		}

	}

}
