package io.frontlineservice.conformance;

/**
 * One thing that an implementation of the API must do. Listed by {@link Checks}, run by
 * {@link ConformanceRun}. Immutable.
 *
 * @param name what must be true, in one line
 * @param fix what to do if it is not
 * @param kind what a failure means
 * @param body asks the server, and throws {@link CheckFailedException} if it is not true
 */
record Check(String name, String fix, Kind kind, Body body) {

	static Check of(String name, String fix, Body body) {
		return new Check(name, fix, Kind.REQUIRED, body);
	}

	/** A check without which the others make no sense. */
	static Check first(String name, String fix, Body body) {
		return new Check(name, fix, Kind.FIRST, body);
	}

	/** A check of something that is bad but works. */
	static Check advice(String name, String fix, Body body) {
		return new Check(name, fix, Kind.ADVICE, body);
	}

	/** What a failure means. */
	enum Kind {

		/** The server does not implement the API; no other check is run. */
		FIRST,

		/** The server does not implement the API. */
		REQUIRED,

		/** The server implements the API, but should do it better. */
		ADVICE

	}

	/** The requests of a check, and what it expects. */
	@FunctionalInterface
	interface Body {

		/**
		 * Runs the check.
		 * @throws CheckFailedException if the server answers something else
		 * @throws NotCheckedException if the server's customers do not allow the check
		 */
		void run(CheckContext context);

	}

}
