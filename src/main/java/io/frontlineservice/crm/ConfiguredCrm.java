package io.frontlineservice.crm;

import io.frontlineservice.customer.ConfiguredCustomers;
import io.frontlineservice.customer.CustomerSummary;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The customers of the configured CRM; none while its settings are invalid. */
final class ConfiguredCrm implements ConfiguredCustomers {

	@Override
	public Optional<CustomerSummary> summary(Environment environment) {
		return CrmCheck.chosen(environment)
			.filter((vendor) -> vendor.findings(environment).isEmpty())
			.flatMap((vendor) -> vendor.summary(environment));
	}

}
