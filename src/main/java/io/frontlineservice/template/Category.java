package io.frontlineservice.template;

import io.frontlineservice.limit.AnswerLimit;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A group of messages. Part of the wire. Immutable.
 *
 * @param displayName the heading above them
 * @param templates the messages, at least one
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Category(String displayName, List<Template> templates) {

	public Category {
		templates = List.copyOf(templates);
	}

	/** An upper bound of its size in an answer, in bytes of JSON. */
	int sizeAtMost() {
		return AnswerLimit.sizeAtMost(this.displayName) + this.templates.stream().mapToInt(Template::sizeAtMost).sum();
	}

}
