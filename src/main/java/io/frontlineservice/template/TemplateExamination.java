package io.frontlineservice.template;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.ConfiguredCustomers;
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
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * Counts the templates for the doctor, and warns of those that cannot be sent: because
 * WhatsApp has not approved any, or no customer has a value that they need.
 */
final class TemplateExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.TEMPLATES;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		if (!new TemplateCheck().findings(environment).isEmpty()
				|| !new ContentCheck().findings(environment).isEmpty()) {
			return List.of(Observation.notExamined("first fix frontline.templates.*"));
		}
		ContentReview contents = new ContentReview(ConfiguredContents.registered());
		String location = SettingText.of(environment, TemplateCheck.LOCATION);
		if (location.isEmpty()) {
			List<Observation> observations = new ArrayList<>();
			observations.add(Observation.holds("there is no catalogue; templates are optional"));
			observations.addAll(contents.observations(environment, Catalogue.EMPTY));
			return observations;
		}
		boolean onWhatsApp = ConfiguredWorkers.from(environment)
			.filter((it) -> it.hasSenderFor(ChannelType.WHATSAPP))
			.isPresent();
		try {
			Catalogue catalogue = TemplateCheck.reader(environment).read(FileLocation.of(location));
			List<Observation> observations = observations(catalogue, onWhatsApp);
			observations.addAll(new TemplateCrossCheck(() -> catalogue, () -> ConfiguredCustomers.from(environment))
				.observations());
			observations.addAll(contents.observations(environment, catalogue));
			return observations;
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
					"set content_sid on the templates that WhatsApp has approved"));
		}
		Stream.concat(catalogue.remarks().stream(), catalogue.warnings().stream())
			.map((it) -> Observation.warning("in the templates file, " + it, "see src/docs/templates.md"))
			.forEach(observations::add);
		return observations;
	}

}
