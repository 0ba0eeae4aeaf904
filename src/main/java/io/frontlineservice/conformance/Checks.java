package io.frontlineservice.conformance;

import java.util.List;
import java.util.stream.Stream;

/** All checks, in their order. */
final class Checks {

	static final List<Check> ALL = Stream
		.of(AnswerChecks.FIRST, CustomerChecks.ALL, PagingChecks.ALL, OwnerChecks.ALL, SearchChecks.ALL,
				LookUpChecks.ALL, AnswerChecks.LAST)
		.flatMap(List::stream)
		.toList();

	private Checks() {
	}

}
