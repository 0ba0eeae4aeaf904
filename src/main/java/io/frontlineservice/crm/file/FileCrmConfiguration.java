package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.file.CustomersLoader.Loaded;
import io.frontlineservice.crm.reader.CustomerFile;
import io.frontlineservice.crm.reader.FileFields;
import io.frontlineservice.crm.snapshot.SnapshotCrm;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.datafile.CheckedFile;
import io.frontlineservice.datafile.ReloadingFile;
import io.frontlineservice.datafile.ReloadingFile.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Sets up the file adapter, where {@code frontline.crm.adapter} is {@code file}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileCrmSettings.class)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = "file", matchIfMissing = true)
class FileCrmConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(FileCrmConfiguration.class);

	@Bean
	ReloadingFile<Loaded> customerFile(FileCrmSettings settings, AddressReader addresses, Environment environment) {
		if (settings.columns().isSet()) {
			logger.warn("{} is deprecated: rename it to {}", FileFields.FORMER_PREFIX, FileFields.PREFIX);
		}
		CustomersLoader loader = new CustomersLoader(
				new CustomerFile(settings.allFields(), addresses, settings.fileEncoding()));
		Reader<Loaded> reader = CheckedFile.kept(environment, FileCrmVendor.LOCATION, loader::load);
		return new ReloadingFile<>("customers", settings.location(), settings.reloadInterval(),
				(location) -> reader.read(location).logReport());
	}

	@Bean
	CrmAdapter fileCrmAdapter(ReloadingFile<Loaded> customerFile) {
		return new SnapshotCrm(() -> customerFile.content().snapshot());
	}

	@Bean
	CustomerFileEndpoint customerFileEndpoint(ReloadingFile<Loaded> customerFile) {
		return new CustomerFileEndpoint(customerFile);
	}

}
