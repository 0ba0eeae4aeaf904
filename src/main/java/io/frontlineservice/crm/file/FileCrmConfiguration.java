package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.file.CustomerFile.Loaded;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.datafile.ReloadingFile;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets up the CRM that is a file, where {@code frontline.crm.adapter} is {@code file}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = "file", matchIfMissing = true)
class FileCrmConfiguration {

	@Bean
	ReloadingFile<Loaded> customerFile(FileCrmSettings settings, AddressReader addresses) {
		CustomerFile file = new CustomerFile(settings.columns(), addresses);
		return new ReloadingFile<>("customers", settings.location(), settings.reloadInterval(), file::load);
	}

	@Bean
	CrmAdapter fileCrmAdapter(ReloadingFile<Loaded> customerFile) {
		return new FileCrmAdapter(() -> customerFile.content().book());
	}

	@Bean
	CustomerFileEndpoint customerFileEndpoint(ReloadingFile<Loaded> customerFile) {
		return new CustomerFileEndpoint(customerFile);
	}

}
