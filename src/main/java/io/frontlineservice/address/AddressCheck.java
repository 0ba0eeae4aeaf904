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
		String key = "frontline.default-region";
		String region = SettingText.of(environment, key);
		return (region.isBlank() || AddressReader.knowsRegion(region)) ? List.of()
				: List.of(new Finding(key, "must be a region of two letters, such as US or DE"));
	}

}
