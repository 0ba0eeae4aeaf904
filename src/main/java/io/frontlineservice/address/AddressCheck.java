package io.frontlineservice.address;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import java.util.List;
import org.springframework.core.env.Environment;

/** Checks the setting for the default region of phone numbers. */
final class AddressCheck implements Check {

	@Override
	public List<Finding> findings(Environment environment) {
		String region = SettingText.of(environment, ConfiguredAddresses.REGION);
		return (region.isBlank() || AddressReader.knowsRegion(region)) ? List.of()
				: List.of(new Finding(ConfiguredAddresses.REGION, "must be a region of two letters, such as US or DE"));
	}

}
