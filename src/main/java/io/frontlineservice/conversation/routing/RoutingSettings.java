package io.frontlineservice.conversation.routing;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the workers for conversations are chosen.
 *
 * @param enabled whether this service adds workers; false if Frontline itself does
 * @param rules the rules in the order of their evaluation
 * @param pool the teams of the worker directory that take turns
 * @param defaultWorker the identity of the worker who takes conversations that no other
 * rule assigns
 * @param crmPatience how long to wait for a CRM that does not answer before another rule
 * decides
 */
@ConfigurationProperties("frontline.routing")
public record RoutingSettings(@DefaultValue("true") boolean enabled, @DefaultValue( {
		"last-talked", "number-owner", "crm-owner", "pool", "default-worker" }) @Size(
				min = 1,
				message = "must name at least one rule; to let Frontline route, set "
						+ "frontline.routing.enabled to false") List<RuleName> rules,
		@DefaultValue List<String> pool, @Nullable String defaultWorker,
		@DefaultValue("30s") @DurationMin(message = "must be 0s or more") @DurationMax(minutes = 10,
				message = "must be 10m or less") Duration crmPatience){

	public RoutingSettings {
		rules = List.copyOf(rules);
		pool = pool.stream().map(String::strip).filter((team) -> !team.isEmpty()).toList();
	}

	/** Whether there is a worker for the rule that is last by default. */
	boolean hasDefaultWorker() {
		return this.defaultWorker != null && !this.defaultWorker.isBlank();
	}

}
