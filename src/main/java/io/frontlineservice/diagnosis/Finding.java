package io.frontlineservice.diagnosis;

/**
 * A setting that cannot be used. Made by a {@link Check}; shown to operators. The service
 * does not start with one.
 *
 * @param key the name of the setting
 * @param problem what is wrong and how to fix it, in words that follow the key and never
 * quote the value
 * @param inFile whether the cause is the file that the setting names, not the setting
 */
public record Finding(String key, String problem, boolean inFile) {

	public Finding(String key, String problem) {
		this(key, problem, false);
	}

	/** The same finding, caused by the file that the setting names. */
	public Finding causedByFile() {
		return new Finding(this.key, this.problem, true);
	}

	/** Whether the setting is not set at all. */
	boolean isMissing() {
		return this.problem.startsWith("is missing");
	}

	/** The same finding with a hint at the end of its problem. */
	Finding withHint(String hint) {
		return new Finding(this.key, this.problem + hint, this.inFile);
	}

}
