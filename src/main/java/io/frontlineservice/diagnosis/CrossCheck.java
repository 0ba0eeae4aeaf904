package io.frontlineservice.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares parts of the configuration that refer to each other, such as a team in a
 * setting and the teams of the worker directory. Each part is valid by itself, and a file
 * may still change, so the service starts nevertheless. Each package with such parts
 * provides a bean; called once, by {@link CrossCheckLog}. An {@link Examination} reports
 * the same to the doctor.
 */
@FunctionalInterface
public interface CrossCheck {

	/**
	 * Returns the setting of the file to correct, if there is one. The log leaves out a
	 * file on the class path: it is part of the program, as in the sandbox, and does not
	 * have to fit the data of the operator.
	 */
	default @Nullable String setting() {
		return null;
	}

	/**
	 * Returns what does not fit together. The texts are logged: they contain no identity,
	 * and nothing about a single customer.
	 */
	List<Observation> observations();

}
