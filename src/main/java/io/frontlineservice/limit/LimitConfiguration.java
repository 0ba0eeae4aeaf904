package io.frontlineservice.limit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Sets up the limits that all callbacks share. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

	@Bean
	AnswerLimit answerLimit(JsonMapper json) {
		return new AnswerLimit(json);
	}

}
