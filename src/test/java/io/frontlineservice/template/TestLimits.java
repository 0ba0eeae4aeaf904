package io.frontlineservice.template;

import io.frontlineservice.limit.AnswerLimit;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

/** The limits of the service. Used by the tests of this package. */
final class TestLimits {

	private TestLimits() {
	}

	static CategoryLimit counting(MeterRegistry meters) {
		return new CategoryLimit(new AnswerLimit(new JsonMapper()), new LeftOutTemplates(meters));
	}

}
