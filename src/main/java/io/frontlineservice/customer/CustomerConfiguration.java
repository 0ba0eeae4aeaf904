package io.frontlineservice.customer;

import io.frontlineservice.limit.AnswerLimit;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the parts of {@link CustomerService}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustomerSettings.class)
class CustomerConfiguration {

	@Bean
	VisibilityRule visibilityRule(CustomerSettings settings, WorkerDirectory directory) {
		return settings.visibility().rule(directory);
	}

	@Bean
	CustomerAccess customerAccess(VisibilityRule visibility, Grants grants) {
		return new CustomerAccess(visibility, grants);
	}

	@Bean
	SharedNumberNotice sharedNumberNotice(CrmAdapter crm, CustomerAccess access) {
		return new SharedNumberNotice(crm, access);
	}

	@Bean
	CustomerNotices customerNotices(List<CustomerNotice> notices) {
		return new CustomerNotices(notices);
	}

	@Bean
	PageTokens pageTokens(InstallationKey key) {
		return new PageTokens(key);
	}

	@Bean
	CustomerLimit customerLimit(AnswerLimit limit) {
		return new CustomerLimit(limit);
	}

	@Bean
	WorkersWithoutCustomers workersWithoutCustomers(Clock clock) {
		return new WorkersWithoutCustomers(clock);
	}

	@Bean
	OwnersCrossCheck ownersCrossCheck(CrmAdapter crm, WorkerDirectory directory) {
		return new OwnersCrossCheck(crm, directory);
	}

	@Bean
	VisibilityCrossCheck visibilityCrossCheck(CustomerSettings settings, WorkerDirectory directory) {
		return new VisibilityCrossCheck(settings.visibility(), directory::workers);
	}

}
