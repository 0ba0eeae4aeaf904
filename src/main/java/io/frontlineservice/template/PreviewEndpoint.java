package io.frontlineservice.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code GET /actuator/preview} on the management port: the catalogue filled in for an
 * invented customer, in each of its languages. Called by the authors of templates.
 */
@Endpoint(id = "preview")
final class PreviewEndpoint {

	private final CatalogueFile file;

	private final Supplier<Catalogue> catalogue;

	private final TemplateCrossCheck check;

	PreviewEndpoint(CatalogueFile file, Supplier<Catalogue> catalogue, TemplateCrossCheck check) {
		this.file = file;
		this.catalogue = catalogue;
		this.check = check;
	}

	@ReadOperation
	PreviewDescriptor preview() {
		Catalogue catalogue = this.catalogue.get();
		Map<String, List<Category>> languages = new TreeMap<>();
		for (Locale language : catalogue.languages()) {
			MessageContext context = SampleContext.of(language, catalogue.names());
			languages.put(language.toLanguageTag(), catalogue.render(context, (message) -> true));
		}
		return new PreviewDescriptor(this.file.changeNotInUse(), catalogue.remarks(), warnings(catalogue), languages);
	}

	private List<String> warnings(Catalogue catalogue) {
		return Stream.concat(catalogue.warnings().stream(), this.check.missingValues().stream()).toList();
	}

	/**
	 * The response.
	 *
	 * @param changeNotInUse why the current version of the file is not in use; null if it
	 * is in use
	 * @param remarks the messages of the catalogue in use that are left out
	 * @param warnings what is worth a look: texts that differ from those that WhatsApp
	 * approved, contents that cannot be sent, and placeholders for which no customer has
	 * a value
	 * @param languages what the callback would answer, by language
	 */
	record PreviewDescriptor(@Nullable String changeNotInUse, List<String> remarks, List<String> warnings,
			Map<String, List<Category>> languages) {

	}

}
