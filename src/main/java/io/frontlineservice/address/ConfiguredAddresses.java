package io.frontlineservice.address;

import io.frontlineservice.diagnosis.SettingText;
import org.springframework.core.env.Environment;

/**
 * Makes the reader of addresses where there is no application context, for the doctor.
 */
public final class ConfiguredAddresses {

	/** The region of numbers without a country code. */
	static final String REGION = "frontline.default-region";

	private ConfiguredAddresses() {
	}

	/** Returns a reader for the configured region, or for none if it is not a region. */
	public static AddressReader reader(Environment environment) {
		String region = SettingText.of(environment, REGION);
		return new AddressReader(AddressReader.knowsRegion(region) ? region : null);
	}

}
