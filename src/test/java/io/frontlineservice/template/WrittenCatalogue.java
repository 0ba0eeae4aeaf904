package io.frontlineservice.template;

import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A catalogue as a test wrote it, and what was read of it. */
record WrittenCatalogue(Path path) {

	static WrittenCatalogue json(Path folder, String text) throws IOException {
		return new WrittenCatalogue(Files.writeString(folder.resolve("templates.json"), text));
	}

	static WrittenCatalogue yaml(Path folder, String text) throws IOException {
		return new WrittenCatalogue(Files.writeString(folder.resolve("templates.yml"), text));
	}

	/** A catalogue of one category with these templates, each in one line of YAML. */
	static WrittenCatalogue templates(Path folder, String... templates) throws IOException {
		return yaml(folder, "- display_name: Openers\n  templates:\n  - " + String.join("\n  - ", templates) + "\n");
	}

	FileLocation location() {
		return FileLocation.of(this.path.toString());
	}

	/** What it is where the default language is English. */
	Catalogue read() throws IOException {
		return read(Locale.ENGLISH);
	}

	Catalogue read(Locale defaultLanguage) throws IOException {
		return new CatalogueReader(defaultLanguage).read(location());
	}

	/** The categories for that occasion. */
	List<Category> on(Occasion occasion) throws IOException {
		return read().on(occasion, (template) -> true);
	}

	/** The messages for that occasion, of all categories. */
	List<String> messagesOn(Occasion occasion) throws IOException {
		return on(occasion).stream().flatMap((it) -> it.templates().stream()).map(Template::content).toList();
	}

}
