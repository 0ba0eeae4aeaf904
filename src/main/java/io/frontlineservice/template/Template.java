package io.frontlineservice.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontlineservice.limit.AnswerLimit;
import org.jspecify.annotations.Nullable;

/**
 * A message that the worker can choose. Part of the wire. Immutable.
 *
 * @param content the message, with all its values
 * @param whatsAppApproved whether WhatsApp has approved it, so that it can start a
 * conversation there
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-limits">1,600
 * characters</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Template(String content, @JsonProperty("whatsAppApproved") @Nullable Boolean whatsAppApproved) {

	/** The longest message that Twilio sends, in UTF-16 code units. */
	private static final int LONGEST = 1_600;

	/** An upper bound of its size in an answer, in bytes of JSON. */
	int sizeAtMost() {
		return AnswerLimit.sizeAtMost(this.content);
	}

	static boolean isTooLong(String content) {
		return content.length() > LONGEST;
	}

}
