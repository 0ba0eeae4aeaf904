package io.frontlineservice.template;

import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A catalogue file written by a test. */
record TestCatalogue(Path path) {

	static TestCatalogue json(Path folder, String text) throws IOException {
		return new TestCatalogue(Files.writeString(folder.resolve("templates.json"), text));
	}

	static TestCatalogue yaml(Path folder, String text) throws IOException {
		return new TestCatalogue(Files.writeString(folder.resolve("templates.yml"), text));
	}

	/** A catalogue of one category with these templates, each in one line of YAML. */
	static TestCatalogue templates(Path folder, String... templates) throws IOException {
		return yaml(folder, "- display_name: Openers\n  templates:\n  - " + String.join("\n  - ", templates) + "\n");
	}

	FileLocation location() {
		return FileLocation.of(this.path.toString());
	}

	/** The catalogue with English as the default language. */
	Catalogue read() throws IOException {
		return read(Locale.ENGLISH);
	}

	Catalogue read(Locale defaultLanguage) throws IOException {
		return new CatalogueReader(defaultLanguage).read(location());
	}

	/** The categories for this context. */
	List<Category> render(MessageContext context) throws IOException {
		return read().render(context, (template) -> true);
	}

	/** The messages for this context, of all categories. */
	List<String> renderedMessages(MessageContext context) throws IOException {
		return render(context).stream().flatMap((it) -> it.templates().stream()).map(Template::content).toList();
	}

}
