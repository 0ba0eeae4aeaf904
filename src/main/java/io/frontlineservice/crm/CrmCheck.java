package io.frontlineservice.crm;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Checks that the CRM exists, and leaves the rest to it. */
final class CrmCheck implements Check {

	private static final String DEFAULT = "file";

	private static final String KEY = "frontline.crm.adapter";

	@Override
	public List<Finding> findings(Environment environment) {
		String name = SettingText.of(environment, KEY);
		List<CrmVendor> vendors = SpringFactoriesLoader.forDefaultResourceLocation(CrmCheck.class.getClassLoader())
			.load(CrmVendor.class);
		return vendors.stream()
			.filter((vendor) -> name.equals(vendor.name()) || (name.isEmpty() && vendor.name().equals(DEFAULT)))
			.findFirst()
			.map((vendor) -> vendor.findings(environment))
			.orElseGet(() -> List.of(new Finding(KEY, "must be one of " + names(vendors))));
	}

	private static String names(List<CrmVendor> vendors) {
		return vendors.stream().map(CrmVendor::name).sorted().collect(Collectors.joining(", "));
	}

}
