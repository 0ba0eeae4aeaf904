package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.routing.Verdict.Choice;
import io.frontlineservice.conversation.routing.Verdict.Pass;
import io.frontlineservice.worker.WorkerDirectory;
import org.springframework.stereotype.Component;

/**
 * {@link RuleName#DEFAULT_WORKER}. Not asked of Frontline whether there is such a worker:
 * better one who sees it late than nobody. Thread-safe.
 */
@Component
class DefaultWorkerRule implements RoutingRule {

	private final RoutingSettings settings;

	private final WorkerDirectory directory;

	DefaultWorkerRule(RoutingSettings settings, WorkerDirectory directory) {
		this.settings = settings;
		this.directory = directory;
	}

	@Override
	public RuleName name() {
		return RuleName.DEFAULT_WORKER;
	}

	@Override
	public Verdict ask(Inquiry inquiry) {
		String identity = this.settings.defaultWorker();
		return (identity == null || identity.isBlank()) ? new Pass("frontline.routing.default-worker is not set")
				: new Choice(this.directory.worker(identity.strip()).appIdentity(), "takes what nobody else does");
	}

}
