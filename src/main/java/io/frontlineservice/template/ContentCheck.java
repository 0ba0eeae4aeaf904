package io.frontlineservice.template;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Checks the settings of the contents at Twilio. */
final class ContentCheck implements Check {

	private static final String VARIABLES = ContentSettings.PREFIX + ".variables";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(ContentSettings.class).findings(environment));
		if (findings.isEmpty()) {
			ContentSettings settings = Binder.get(environment)
				.bindOrCreate(ContentSettings.PREFIX, ContentSettings.class);
			settings.variables().forEach((sid, values) -> {
				if (!ContentSid.isValid(sid.replaceFirst("(?i)^hx", "HX"))) {
					findings.add(new Finding(VARIABLES,
							"has a key that is not the SID of a content: HX and 32 hexadecimal digits"));
				}
				values.forEach((variable, value) -> {
					if (ContentCategory.placeholder(value) == null) {
						findings.add(new Finding(VARIABLES + "." + sid + "." + variable,
								"must be the name of a value; the values are " + TemplateValue.VOCABULARY.describe()));
					}
				});
			});
		}
		return findings;
	}

}
