package io.frontlineservice.template;

import io.frontlineservice.datafile.FileCheck;
import io.frontlineservice.datafile.ReloadingFile;
import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.frontlineservice.text.Languages;
import io.frontlineservice.text.TimeZones;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** Checks the settings of the templates and every entry of the catalogue. */
final class TemplateCheck implements Check {

	static final String LOCATION = "frontline.templates.location";

	static final String DEFAULT_LANGUAGE = "frontline.templates.default-language";

	private static final String DEFAULT_TIME_ZONE = "frontline.templates.default-time-zone";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(TemplateSettings.class).findings(environment));
		String language = SettingText.of(environment, DEFAULT_LANGUAGE);
		if (!language.isEmpty() && Languages.read(language).isEmpty()) {
			findings.add(new Finding(DEFAULT_LANGUAGE, "must be a language tag such as en or pt-BR"));
		}
		String timeZone = SettingText.of(environment, DEFAULT_TIME_ZONE);
		if (!timeZone.isEmpty() && TimeZones.read(timeZone).isEmpty()) {
			findings.add(new Finding(DEFAULT_TIME_ZONE, "must be a time zone such as Europe/Berlin"));
		}
		findings.addAll(new FileCheck(LOCATION, reader(environment)).findings(environment));
		return findings;
	}

	/** A reader for the catalogue with the settings of this environment. */
	static ReloadingFile.Reader<Catalogue> reader(Environment environment) {
		Locale defaultLanguage = Languages.read(SettingText.of(environment, DEFAULT_LANGUAGE)).orElse(Locale.ENGLISH);
		return (location) -> new CatalogueReader(defaultLanguage).read(location);
	}

}
