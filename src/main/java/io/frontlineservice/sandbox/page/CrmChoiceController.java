package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.CrmChoice;
import io.frontlineservice.sandbox.CrmSource;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.SandboxRestart;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Restarts the sandbox with customers from another source. Called by the page. */
@RestController
@OnlyWithPretendTwilio
final class CrmChoiceController {

	private final CrmChoice choice;

	private final SandboxRestart restart;

	CrmChoiceController(CrmChoice choice, SandboxRestart restart) {
		this.choice = choice;
		this.restart = restart;
	}

	/** Returns before the sandbox stops; it answers again once it has restarted. */
	@PutMapping("/sandbox/api/crm/{source}")
	ResponseEntity<Void> choose(@PathVariable CrmSource source) {
		String obstacle = this.choice.obstacle();
		if (obstacle != null) {
			return conflict(obstacle);
		}
		return this.restart.begin(source) ? ResponseEntity.accepted().build()
				: conflict("The sandbox is starting. Try again in a moment.");
	}

	private static ResponseEntity<Void> conflict(String reason) {
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, reason)).build();
	}

}
