package io.frontlineservice.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code GET /actuator/preview} on the management port: the catalogue as a customer who
 * does not exist would be written to, in every language it has. Called by those who write
 * templates.
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
	 * What is shown.
	 *
	 * @param changeNotInUse why the file as it is now is not in use
	 * @param remarks what is amiss in what is in use
	 * @param languages the answer of the callback, by language
	 */
	record PreviewDescriptor(@Nullable String changeNotInUse, List<String> remarks,
			Map<String, List<Category>> languages) {

	}

}
