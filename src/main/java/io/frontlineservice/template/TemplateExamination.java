package io.frontlineservice.template;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.Subject;
import io.frontlineservice.worker.ConfiguredWorkers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Counts the templates for the doctor, and warns if WhatsApp is used without an approved
 * template.
 */
final class TemplateExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.TEMPLATES;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		if (!new TemplateCheck().findings(environment).isEmpty()) {
			return List.of(Observation.notExamined("first fix frontline.templates.*"));
		}
		String location = SettingText.of(environment, TemplateCheck.LOCATION);
		if (location.isEmpty()) {
			return List.of(Observation.holds("there is no catalogue; templates are optional"));
		}
		boolean onWhatsApp = ConfiguredWorkers.from(environment)
			.filter((it) -> it.hasSenderFor(ChannelType.WHATSAPP))
			.isPresent();
		try {
			return observations(TemplateCheck.reader(environment).read(FileLocation.of(location)), onWhatsApp);
		}
		catch (IOException | BadFileException ex) {
			return List.of(Observation.problem("the catalogue can no longer be read", "run this again"));
		}
	}

	private static List<Observation> observations(Catalogue catalogue, boolean onWhatsApp) {
		List<Observation> observations = new ArrayList<>();
		observations.add(Observation.holds("templates in the catalogue: " + catalogue.size()
				+ ", approved for WhatsApp: " + catalogue.approved()));
		if (onWhatsApp && catalogue.approved() == 0) {
			observations.add(Observation.warning("no template can start a conversation on WhatsApp",
					"set whatsAppApproved: true on the templates that WhatsApp has approved"));
		}
		return observations;
	}

}
