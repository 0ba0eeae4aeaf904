package io.frontlineservice.worker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A worker as somebody wrote them into the directory file. Read for {@link WorkerMapper}.
 *
 * @param identity the identity of the app user, to the letter; all else may be left out
 * @param aliases other spellings of it, as the CRM may have them
 * @param displayName the worker's name
 * @param avatar the address of the worker's picture
 * @param language the tag of the worker's language
 * @param team the worker's team
 * @param timeZone the name of the worker's time zone
 * @param workingHours spans of time by days
 * @param senders the numbers that the worker writes from
 */
@JsonNaming(SnakeCaseStrategy.class)
record WorkerEntry(@Nullable String identity, @Nullable List<@Nullable String> aliases, @Nullable String displayName,
		@Nullable String avatar, @Nullable String language, @Nullable String team, @Nullable String timeZone,
		@Nullable Map<String, @Nullable String> workingHours, @Nullable SenderNumbers senders) {
}
