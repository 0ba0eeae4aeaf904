package io.frontlineservice.worker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An entry of the directory file, before its values are checked. Read for
 * {@link WorkerMapper}.
 *
 * @param identity the identity of the app user, spelled as in Frontline; the only
 * required value
 * @param aliases other identities of the same worker, such as the CRM uses
 * @param displayName the name of the worker
 * @param avatar the URL of a picture
 * @param language a language tag
 * @param team the team of the worker
 * @param timeZone the name of a time zone
 * @param workingHours spans of time by day
 * @param senders the worker's own senders
 */
@JsonNaming(SnakeCaseStrategy.class)
record WorkerEntry(@Nullable String identity, @Nullable List<@Nullable String> aliases, @Nullable String displayName,
		@Nullable String avatar, @Nullable String language, @Nullable String team, @Nullable String timeZone,
		@Nullable Map<String, @Nullable String> workingHours, @Nullable SenderNumbers senders) {
}
