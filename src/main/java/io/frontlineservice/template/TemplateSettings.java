package io.frontlineservice.template;

import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.text.Languages;
import io.frontlineservice.text.TimeZones;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The location and the defaults of the templates.
 *
 * @param location the catalogue, in YAML or JSON; without it there are no templates
 * @param reloadInterval how often to check the file for changes
 * @param defaultLanguage the language of templates that name none, and of customers and
 * workers without a known language
 * @param defaultTimeZone the time zone of customers and workers without a known one; the
 * machine's if not set
 */
@ConfigurationProperties("frontline.templates")
record TemplateSettings(@Nullable FileLocation location,
		@DefaultValue("2s") @DurationMin(millis = 10, message = "must be 10ms or more") Duration reloadInterval,
		@DefaultValue(FALLBACK_LANGUAGE) String defaultLanguage, @Nullable String defaultTimeZone) {

	static final String FALLBACK_LANGUAGE = "en";

	TemplateSettings {
		location = FileLocation.ifGiven(location);
	}

	MessageContext.Defaults defaults() {
		return new MessageContext.Defaults(Languages.read(this.defaultLanguage).orElse(Locale.ENGLISH),
				TimeZones.read(this.defaultTimeZone).orElseGet(ZoneId::systemDefault));
	}

}
