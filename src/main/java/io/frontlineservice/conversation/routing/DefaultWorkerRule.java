package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.routing.RuleResult.Choice;
import io.frontlineservice.conversation.routing.RuleResult.Pass;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import org.springframework.stereotype.Component;

/**
 * {@link RuleName#DEFAULT_WORKER}. Only a deactivated worker is skipped, who would never
 * see the conversation. A worker who is unavailable or has an unknown status may sign in
 * later. Thread-safe.
 */
@Component
class DefaultWorkerRule implements RoutingRule {

	private final RoutingSettings settings;

	private final WorkerDirectory directory;

	private final WorkerAvailability availability;

	DefaultWorkerRule(RoutingSettings settings, WorkerDirectory directory, WorkerAvailability availability) {
		this.settings = settings;
		this.directory = directory;
		this.availability = availability;
	}

	@Override
	public RuleName name() {
		return RuleName.DEFAULT_WORKER;
	}

	@Override
	public RuleResult evaluate(RoutingContext context) {
		String identity = this.settings.defaultWorker();
		if (identity == null || identity.isBlank()) {
			return new Pass("frontline.routing.default-worker is not set");
		}
		WorkerIdentity worker = this.directory.worker(WorkerIdentity.of(identity.strip())).identity();
		return this.availability.isDeactivated(worker)
				? new Pass("frontline.routing.default-worker is a deactivated user of Frontline")
				: new Choice(worker, "takes conversations that no other rule assigns");
	}

}
