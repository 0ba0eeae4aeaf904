package io.frontlineservice.callback;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.core.env.Environment;

/** Checks the ports, the headers of proxies, and the settings of callbacks. */
final class CallbackCheck implements Check {

	private static final int MAX_PORT = 65_535;

	private static final String PORT = "server.port";

	private static final String MANAGEMENT_PORT = "management.server.port";

	private static final String FORWARD_HEADERS = "server.forward-headers-strategy";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(CallbackSettings.class).findings(environment));
		OptionalInt port = port(PORT, environment, findings);
		OptionalInt managementPort = port(MANAGEMENT_PORT, environment, findings);
		if (port.equals(managementPort) && port.orElse(0) != 0) {
			findings.add(
					new Finding(MANAGEMENT_PORT, "must differ from server.port (PORT), because it must not be public"));
		}
		if ("framework".equalsIgnoreCase(SettingText.of(environment, FORWARD_HEADERS))) {
			findings.add(new Finding(FORWARD_HEADERS, "must not be framework, which trusts the headers of any client"));
		}
		return findings;
	}

	private static OptionalInt port(String key, Environment environment, List<Finding> findings) {
		String port = SettingText.of(environment, key);
		if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
			findings
				.add(new Finding(key, "must be a port, 1 to 65535" + (key.equals(PORT) ? "; PORT sets it too" : "")));
			return OptionalInt.empty();
		}
		return OptionalInt.of(Integer.parseInt(port));
	}

}
