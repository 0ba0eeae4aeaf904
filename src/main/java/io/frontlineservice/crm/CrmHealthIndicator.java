package io.frontlineservice.crm;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether customers can be looked up. Part of readiness: an instance that has never
 * reached its CRM takes no requests. A later outage is only a warning, because it would
 * take all instances out of service, although webhooks and the store still work. Called
 * by Spring.
 */
@Component
final class CrmHealthIndicator extends AbstractHealthIndicator {

	static final Status WARNING = new Status("WARNING");

	private final CrmGuard guard;

	CrmHealthIndicator(CrmGuard guard) {
		this.guard = guard;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		if (!this.guard.isReady()) {
			health.outOfService();
		}
		else {
			health.status(this.guard.isBreakerOpen() ? WARNING : Status.UP);
		}
	}

}
