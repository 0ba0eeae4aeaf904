package io.frontlineservice.crm.file;

import io.frontlineservice.datafile.AsWritten;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A customer as somebody wrote it into the file, in any of its formats. Made by the
 * readers for {@link CustomerMapper}. The properties are those of Twilio's sample and
 * ours beside them.
 */
@JsonNaming(SnakeCaseStrategy.class)
record CustomerRow(@Nullable String customerId, @Nullable String displayName, @Nullable String worker,
		@Nullable List<@Nullable String> workers, @Nullable String avatar,
		@Nullable List<@Nullable ChannelRow> channels, @Nullable List<@Nullable LinkRow> links,
		@Nullable DetailRow details, @Nullable String email, @Nullable String company, @Nullable String language,
		@Nullable String updatedAt,
		@JsonDeserialize(contentUsing = AsWritten.class) @Nullable Map<String, @Nullable Object> attributes) {

	CustomerRow withCustomerId(String id) {
		return new CustomerRow(id, this.displayName, this.worker, this.workers, this.avatar, this.channels, this.links,
				this.details, this.email, this.company, this.language, this.updatedAt, this.attributes);
	}

	/** A channel as it was written. */
	@JsonNaming(SnakeCaseStrategy.class)
	record ChannelRow(@Nullable String type, @Nullable String value) {
	}

	/** A link as it was written. */
	@JsonNaming(SnakeCaseStrategy.class)
	record LinkRow(@Nullable String type, @Nullable String value, @Nullable String displayName) {
	}

	/** A text as it was written. */
	@JsonNaming(SnakeCaseStrategy.class)
	record DetailRow(@Nullable String title, @Nullable String content) {
	}

}
