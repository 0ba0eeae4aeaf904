package io.frontlineservice.customer;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A link on the details screen. Part of the wire. Immutable.
 *
 * @param type what is linked to, such as {@code Facebook}
 * @param value the URL
 * @param displayName the words to tap on
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Link(String type, String value, String displayName) {

}
