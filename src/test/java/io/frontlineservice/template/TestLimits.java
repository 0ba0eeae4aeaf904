package io.frontlineservice.template;

import io.frontlineservice.customer.AnswerLimit;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.BeanUtils;
import tools.jackson.databind.json.JsonMapper;

/** Limits as the service has them. Used by the tests of this room. */
final class TestLimits {

	private TestLimits() {
	}

	/**
	 * The limit of answers is made as room customer makes it, which keeps that to itself.
	 */
	static CategoryLimit counting(MeterRegistry meters) {
		try {
			AnswerLimit limit = BeanUtils.instantiateClass(AnswerLimit.class.getDeclaredConstructor(JsonMapper.class),
					new JsonMapper());
			return new CategoryLimit(limit, new LeftOutTemplates(meters));
		}
		catch (NoSuchMethodException ex) {
			throw new AssertionError(ex);
		}
	}

}
