package io.frontlineservice.conversation.routing;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Checks the settings of routing, and whether a rule can choose a worker at all. What
 * depends on the content of the worker directory is not checked here, because that file
 * may change while the service runs: see {@link RoutingCrossCheck}.
 */
final class RoutingCheck implements Check {

	private static final String PREFIX = "frontline.routing";

	private static final String DIRECTORY = "frontline.workers.location";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(RoutingSettings.class).findings(environment));
		boolean isEnabled = isEnabled(environment);
		boolean hasDirectory = !SettingText.of(environment, DIRECTORY).isEmpty();
		if (isEnabled && !hasDirectory && hasPool(environment)) {
			findings.add(new Finding(PREFIX + ".pool",
					"names teams of the worker directory, but there is none: set " + DIRECTORY));
		}
		if (isEnabled && findings.isEmpty() && isUseless(settings(environment), hasDirectory)) {
			findings.add(new Finding(PREFIX + ".rules",
					"names only rules that cannot choose a worker: pool needs frontline.routing.pool, default-worker "
							+ "needs frontline.routing.default-worker, and number-owner needs " + DIRECTORY));
		}
		return findings;
	}

	/** The settings of an environment without findings. */
	static RoutingSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate(PREFIX, RoutingSettings.class);
	}

	private static boolean isEnabled(Environment environment) {
		try {
			return Binder.get(environment).bind(PREFIX + ".enabled", Boolean.class).orElse(true);
		}
		catch (BindException ex) {
			// The check of the settings has reported it already.
			return true;
		}
	}

	/** Also if another setting of routing is invalid. */
	private static boolean hasPool(Environment environment) {
		return Binder.get(environment)
			.bind(PREFIX + ".pool", Bindable.listOf(String.class))
			.map((teams) -> teams.stream().anyMatch((team) -> !team.isBlank()))
			.orElse(false);
	}

	private static boolean isUseless(RoutingSettings settings, boolean hasDirectory) {
		return !settings.rules().isEmpty() && settings.rules().stream().noneMatch((rule) -> switch (rule) {
			case LAST_TALKED, CRM_OWNER -> true;
			case NUMBER_OWNER -> hasDirectory;
			case POOL -> !settings.pool().isEmpty();
			case DEFAULT_WORKER -> settings.hasDefaultWorker();
		});
	}

}
