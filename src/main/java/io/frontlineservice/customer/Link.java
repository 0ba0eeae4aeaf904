package io.frontlineservice.customer;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A link on the details screen: Twilio's Link object. Written as JSON. Immutable.
 *
 * @param type the kind of page that it opens, such as {@code Facebook}
 * @param value the URL
 * @param displayName the text of the link
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Link(String type, String value, String displayName) {

}
