package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmFaults;
import io.frontlineservice.sandbox.crm.CrmServer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes the CRM slow, dead or busy: a pretend CRM in its HTTP server, any other in front
 * of its adapter. Called by {@link FaultSwitches}. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class CrmFaultSwitches {

	private final FaultyCrmPostProcessor adapter;

	private final @Nullable CrmServer server;

	CrmFaultSwitches(FaultyCrmPostProcessor adapter, ObjectProvider<CrmServer> server) {
		this.adapter = adapter;
		this.server = server.getIfAvailable();
	}

	/** Applies all switches that are on, and no others. */
	void change(Set<FaultSwitch> on) {
		if (this.server != null) {
			CrmFaults faults = this.server.faults();
			faults.change(CrmFault.SLOW, on.contains(FaultSwitch.SLOW_CRM));
			faults.change(CrmFault.DEAD, on.contains(FaultSwitch.DEAD_CRM));
			faults.change(CrmFault.RATE_LIMITED, on.contains(FaultSwitch.LIMITED_CRM));
		}
		else {
			this.adapter.change(stateOf(on));
		}
	}

	private static FaultyCrm.State stateOf(Set<FaultSwitch> on) {
		if (on.contains(FaultSwitch.DEAD_CRM)) {
			return FaultyCrm.State.DOWN;
		}
		if (on.contains(FaultSwitch.LIMITED_CRM)) {
			return FaultyCrm.State.BUSY;
		}
		return on.contains(FaultSwitch.SLOW_CRM) ? FaultyCrm.State.SLOW : FaultyCrm.State.HEALTHY;
	}

}
