package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.crm.CrmServer;
import java.util.Map;

/**
 * A pretend CRM that runs. Started by {@link SandboxCrm}. Immutable.
 *
 * @param server its server, with the faults
 * @param settings the settings of the service to read customers from it
 */
record PretendAccount(CrmServer server, Map<String, Object> settings) {

	PretendAccount {
		settings = Map.copyOf(settings);
	}

}
