package io.frontlineservice.address;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for reading addresses.
 *
 * @param defaultRegion two-letter region in which numbers without a country code are
 * read, such as US
 */
@ConfigurationProperties("frontline")
record AddressSettings(@Nullable String defaultRegion) {

	/** The region, or null if it is not set. */
	@Nullable String region() {
		return (this.defaultRegion == null || this.defaultRegion.isBlank()) ? null : this.defaultRegion.strip();
	}

}
