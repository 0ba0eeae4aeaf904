package io.frontlineservice.diagnosis;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs what the {@link CrossCheck}s find when the service has started. Called by Spring;
 * the service already answers callbacks meanwhile.
 */
@Component
final class CrossCheckLog {

	private static final Logger logger = LoggerFactory.getLogger(CrossCheckLog.class);

	private static final String CLASS_PATH = "classpath:";

	private final List<CrossCheck> checks;

	private final Environment environment;

	CrossCheckLog(List<CrossCheck> checks, Environment environment) {
		this.checks = checks;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void log() {
		this.checks.stream().filter((it) -> !isOfProgram(it)).forEach(CrossCheckLog::log);
	}

	private boolean isOfProgram(CrossCheck check) {
		String setting = check.setting();
		return setting != null && SettingText.of(this.environment, setting).startsWith(CLASS_PATH);
	}

	private static void log(CrossCheck check) {
		try {
			check.observations().forEach((it) -> logger.warn(line(it)));
		}
		catch (RuntimeException ex) {
			// Only a hint for operators is missing, and the message may quote a file.
			logger.warn("A cross check failed with {}", ex.getClass().getName());
		}
	}

	private static String line(Observation it) {
		return (it.fix() != null) ? it.seen() + ": " + it.fix().replace("\n", "; ") : it.seen();
	}

}
