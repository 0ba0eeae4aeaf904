package io.frontlineservice.worker;

import io.frontlineservice.datafile.FileLocation;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the worker directory.
 *
 * @param location the directory file, in YAML or JSON; without it, the directory is empty
 * @param reloadInterval how often to check the file for changes
 */
@ConfigurationProperties("frontline.workers")
record WorkerSettings(@Nullable FileLocation location,
		@DefaultValue("2s") @DurationMin(millis = 10, message = "must be 10ms or more") Duration reloadInterval) {

	WorkerSettings {
		location = FileLocation.ifGiven(location);
	}

}
