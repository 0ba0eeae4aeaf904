package io.frontlineservice.template;

import io.frontlineservice.text.CleanText;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The contents of Twilio's Content API that are templates.
 *
 * @param enabled whether to read the contents of the account from Twilio; WhatsApp's
 * approval is then what Twilio says
 * @param refreshInterval how often to read them
 * @param category the heading of a category with all approved contents that the catalogue
 * file does not name; without it there is no such category
 * @param variables the values of the variables of these contents: the SID of a content, a
 * variable, and the name of a value
 */
@ConfigurationProperties("frontline.templates.content")
record ContentSettings(@DefaultValue("false") boolean enabled,
		@DefaultValue("10m") @DurationMin(seconds = 10, message = "must be 10s or more") Duration refreshInterval,
		@Nullable String category, @DefaultValue Map<String, Map<String, String>> variables) {

	static final String PREFIX = "frontline.templates.content";

	/** The heading of the category; empty if there is no such category. */
	Optional<String> categoryName() {
		return Optional.ofNullable(CleanText.line(this.category));
	}

	/**
	 * The name of a value, as written, for the variable of a content; null if not set.
	 */
	static @Nullable String value(Map<String, Map<String, String>> variables, ContentSid content, String variable) {
		return variables.entrySet()
			.stream()
			// Names of environment variables do not keep the case.
			.filter((it) -> it.getKey().equalsIgnoreCase(content.value()))
			.map(Map.Entry::getValue)
			.map(Map::entrySet)
			.flatMap(Collection::stream)
			.filter((it) -> it.getKey().toLowerCase(Locale.ROOT).equals(variable.toLowerCase(Locale.ROOT)))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

}
