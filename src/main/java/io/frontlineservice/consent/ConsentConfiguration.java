package io.frontlineservice.consent;

import io.frontlineservice.address.Address;
import io.frontlineservice.consent.optout.OptOutRules;
import io.frontlineservice.consent.quiet.QuietHoursRule;
import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Combines the rules of the packages below for package {@code customer}, and checks the
 * attributes that they read.
 */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

	@Bean
	ContactRules contactRules(OptOutRules optOuts, QuietHoursRule quietHours) {
		return new CombinedRules(optOuts, quietHours);
	}

	@Bean
	ConsentAttributes consentAttributes(Environment environment, CrmAdapter crm) {
		return new ConsentAttributes(environment, crm::summary);
	}

	/**
	 * All rules; the first refusal counts.
	 *
	 * @param optOuts opt-outs and consent
	 * @param quietHours the times at which a conversation may begin
	 */
	private record CombinedRules(OptOutRules optOuts, QuietHoursRule quietHours) implements ContactRules {

		@Override
		public Optional<String> refusal(CrmCustomer customer, Deadline deadline) {
			return this.optOuts.refusal(customer, deadline);
		}

		@Override
		public Optional<String> refusalToBegin(CrmCustomer customer, Address to, @Nullable Address from,
				Deadline deadline) {
			return this.optOuts.refusalToBegin(customer, to, from, deadline)
				.or(() -> this.quietHours.refusalToBegin(customer, to, from, deadline));
		}

	}

}
