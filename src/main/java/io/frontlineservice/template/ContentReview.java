package io.frontlineservice.template;

import io.frontlineservice.diagnosis.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Compares the catalogue with the contents at Twilio for the doctor: if a template names
 * a content, or the service reads the contents. Called by {@link TemplateExamination}.
 */
final class ContentReview {

	private final ConfiguredContents contents;

	/**
	 * Creates a review.
	 * @param contents reads the contents at Twilio
	 */
	ContentReview(ConfiguredContents contents) {
		this.contents = contents;
	}

	List<Observation> observations(Environment environment, Catalogue catalogue) {
		ContentSettings settings = Binder.get(environment).bindOrCreate(ContentSettings.PREFIX, ContentSettings.class);
		return (settings.enabled() || !catalogue.contents().isEmpty()) ? this.contents.examine(environment,
				(read) -> observations(new AccountContents(read), catalogue, settings)) : List.of();
	}

	private static List<Observation> observations(AccountContents contents, Catalogue catalogue,
			ContentSettings settings) {
		ContentComparison comparison = new ContentComparison(contents);
		comparison.compare(catalogue);
		List<Observation> observations = new ArrayList<>();
		observations.add(Observation
			.holds("contents at Twilio: " + contents.all().size() + ", approved by WhatsApp: " + contents.approved()));
		Stream<String> remarks = settings.categoryName()
			.stream()
			.flatMap((it) -> remarks(it, contents, catalogue, settings).stream())
			.map((it) -> "at Twilio, " + it);
		Stream.concat(comparison.warnings().stream().map((it) -> "in the templates file, " + it), remarks)
			.map((it) -> Observation.warning(it, "see src/docs/templates.md"))
			.forEach(observations::add);
		return observations;
	}

	private static List<String> remarks(String name, AccountContents contents, Catalogue catalogue,
			ContentSettings settings) {
		// The language of the heading does not matter here.
		ContentCategory category = new ContentCategory(Locale.ENGLISH, settings.variables());
		category.entry(name, contents, catalogue.contents());
		return category.remarks();
	}

}
