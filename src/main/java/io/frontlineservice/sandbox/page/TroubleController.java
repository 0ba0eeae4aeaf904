package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import java.util.Set;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page's switches that break things. Called by the page. */
@RestController
@RequestMapping("/sandbox/api/troubles")
@OnlyWithPretendTwilio
final class TroubleController {

	private final Troubles troubles;

	TroubleController(Troubles troubles) {
		this.troubles = troubles;
	}

	/** All troubles that there are then. */
	@PutMapping("/{trouble}")
	Set<Trouble> begin(@PathVariable Trouble trouble) {
		this.troubles.change(trouble, true);
		return this.troubles.on();
	}

	/** All troubles that are left. */
	@DeleteMapping("/{trouble}")
	Set<Trouble> end(@PathVariable Trouble trouble) {
		this.troubles.change(trouble, false);
		return this.troubles.on();
	}

}
