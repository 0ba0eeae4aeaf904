package io.frontlineservice.crm.jdbc;

import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets up the SQL adapter, where {@code frontline.crm.adapter} is {@code jdbc}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = JdbcCrmVendor.NAME)
class JdbcCrmConfiguration {

	@Bean
	CrmDatabase crmDatabase(JdbcCrmSettings settings) {
		return CrmDatabase.of(settings.database());
	}

}
