package io.frontlineservice.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

	PreviewEndpoint(CatalogueFile file) {
		this.file = file;
	}

	@ReadOperation
	PreviewDescriptor preview() {
		Catalogue catalogue = this.file.catalogue();
		Map<String, List<Category>> languages = new TreeMap<>();
		for (Locale language : catalogue.languages()) {
			MessageContext context = SampleContext.of(language, catalogue.names());
			languages.put(language.toLanguageTag(), catalogue.render(context, (message) -> true));
		}
		return new PreviewDescriptor(this.file.changeNotInUse(), catalogue.remarks(), languages);
	}

	/**
	 * The response.
	 *
	 * @param changeNotInUse why the current version of the file is not in use; null if it
	 * is in use
	 * @param remarks remarks on the catalogue in use
	 * @param languages what the callback would answer, by language
	 */
	record PreviewDescriptor(@Nullable String changeNotInUse, List<String> remarks,
			Map<String, List<Category>> languages) {

	}

}
