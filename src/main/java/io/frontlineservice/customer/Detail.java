package io.frontlineservice.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A text about a customer on the details screen: Twilio's Details object. Written as
 * JSON. Immutable.
 *
 * @param title the title of the section
 * @param content the text, of one or more lines
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Detail(@Nullable String title, @Nullable String content) {

	/**
	 * Returns the text with a paragraph above it.
	 * @param title the title if there is no text yet
	 */
	static Detail withFirst(@Nullable Detail details, String title, String paragraph) {
		if (details == null) {
			return new Detail(title, paragraph);
		}
		String content = details.content();
		return new Detail(details.title(),
				(content == null || content.isBlank()) ? paragraph : paragraph + "\n\n" + content);
	}

}
