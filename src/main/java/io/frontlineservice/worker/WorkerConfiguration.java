package io.frontlineservice.worker;

import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the worker directory and the senders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ SenderSettings.class, WorkerSettings.class })
class WorkerConfiguration {

	@Bean
	WorkerDirectory workerDirectory(WorkerSettings settings) {
		FileLocation location = settings.location();
		if (location == null) {
			return WorkerDirectory.empty();
		}
		return WorkerDirectory.of(new ReloadingFile<>("workers", location, settings.reloadInterval(), Roster::read));
	}

	@Bean
	Senders senders(SenderSettings settings) {
		return Senders.of(settings);
	}

	@Bean
	SenderOwners senderOwners(Senders senders, WorkerDirectory directory) {
		return new SenderOwners(senders, directory);
	}

	@Bean
	DirectoryCrossCheck directoryCrossCheck(WorkerDirectory directory) {
		return new DirectoryCrossCheck(directory::workers);
	}

}
