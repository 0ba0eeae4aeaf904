package io.frontlineservice.template;

import io.frontlineservice.diagnosis.Observation;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The contents at Twilio of a configuration, read once without a running application.
 * Implemented by package {@code twilio.rest}; named in {@code META-INF/spring.factories}.
 * Used by the doctor and by the lint.
 */
@FunctionalInterface
public interface ConfiguredContents {

	/**
	 * Reads all contents of the account and examines them.
	 * @param examination examines the contents
	 * @return what the examination returns, or why the contents cannot be read
	 */
	List<Observation> examine(Environment environment, Function<List<TwilioContent>, List<Observation>> examination);

	/** Returns the registered implementation. */
	static ConfiguredContents registered() {
		return SpringFactoriesLoader.forDefaultResourceLocation(ConfiguredContents.class.getClassLoader())
			.load(ConfiguredContents.class)
			.stream()
			.findFirst()
			.orElseThrow();
	}

}
