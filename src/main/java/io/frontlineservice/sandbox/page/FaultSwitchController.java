package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import java.util.Set;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of the fault switches. Called by the page. */
@RestController
@RequestMapping("/sandbox/api/troubles")
@OnlyWithPretendTwilio
final class FaultSwitchController {

	private final FaultSwitches faults;

	FaultSwitchController(FaultSwitches faults) {
		this.faults = faults;
	}

	/** Returns all switches that are on. */
	@PutMapping("/{fault}")
	Set<FaultSwitch> begin(@PathVariable FaultSwitch fault) {
		this.faults.change(fault, true);
		return this.faults.on();
	}

	/** Returns all switches that are on. */
	@DeleteMapping("/{fault}")
	Set<FaultSwitch> end(@PathVariable FaultSwitch fault) {
		this.faults.change(fault, false);
		return this.faults.on();
	}

}
