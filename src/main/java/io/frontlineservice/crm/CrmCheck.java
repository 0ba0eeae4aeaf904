package io.frontlineservice.crm;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.frontlineservice.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Checks the settings of all CRMs, and that there is an adapter of the configured name,
 * and has it check its settings.
 */
final class CrmCheck implements Check {

	private static final String DEFAULT = "file";

	private static final String KEY = "frontline.crm.adapter";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(CrmSettings.class).findings(environment));
		findings.addAll(CrmCacheSettings.findings(environment));
		findings.addAll(chosen(environment).map((vendor) -> vendor.findings(environment))
			.orElseGet(() -> List.of(new Finding(KEY, problem(SettingText.of(environment, KEY))))));
		return findings;
	}

	/** The configured adapter; empty if the name is not one of an adapter. */
	static Optional<CrmVendor> chosen(Environment environment) {
		String name = SettingText.of(environment, KEY);
		return vendors().filter((vendor) -> vendor.name().equals(name.isEmpty() ? DEFAULT : name)).findFirst();
	}

	private static String problem(String name) {
		List<String> names = vendors().map(CrmVendor::name).sorted().toList();
		return "must be one of " + String.join(", ", names) + Nearest.hint(name, names);
	}

	private static Stream<CrmVendor> vendors() {
		return SpringFactoriesLoader.forDefaultResourceLocation(CrmCheck.class.getClassLoader())
			.load(CrmVendor.class)
			.stream();
	}

}
