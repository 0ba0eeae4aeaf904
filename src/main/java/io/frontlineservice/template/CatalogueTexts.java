package io.frontlineservice.template;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.datafile.FileText;
import io.frontlineservice.text.BadTemplateException;
import io.frontlineservice.text.CleanText;
import io.frontlineservice.text.Languages;
import io.frontlineservice.text.MessageTemplate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses the single texts of a catalogue; an invalid text is an error with its own
 * position. Called by {@link CatalogueReader}.
 */
final class CatalogueTexts {

	/**
	 * Characters of a message with its placeholders and sections. A longer one could nest
	 * sections too deeply.
	 */
	private static final int LONGEST = 10_000;

	private CatalogueTexts() {
	}

	static MessageTemplate message(FileText text, Locale language) {
		if (text.text().isBlank()) {
			throw text.error("this text is empty");
		}
		if (text.text().length() > LONGEST) {
			throw text.error("this text is longer than 10,000 characters");
		}
		try {
			MessageTemplate template = MessageTemplate.parse(text.text(), TemplateValue.VOCABULARY);
			if (template.names().contains(TemplateValue.GREETING.placeholder()) && !Greetings.existFor(language)) {
				throw text.error("there is no {{Greeting}} in this language: write the greeting as text");
			}
			return template;
		}
		catch (BadTemplateException ex) {
			throw BadFileException.of(ex.problems().stream().map(text::error).toList());
		}
	}

	static String name(FileText text) {
		String name = CleanText.line(text.text());
		if (name == null || name.contains("{{")) {
			throw text.error("a display_name must be a text without placeholders");
		}
		return name;
	}

	static String valueName(FileText text) {
		if (!TemplateValue.VOCABULARY.has(text.text())) {
			throw text.error("this is not the name of a value; the values are " + TemplateValue.VOCABULARY.describe());
		}
		return text.text();
	}

	static ChannelType channel(FileText text) {
		return ChannelType.named(text.text())
			.orElseThrow(() -> text.error("the channel must be one of " + String.join(", ", ChannelType.wireNames())));
	}

	static Locale language(@Nullable FileText tag, Locale otherwise) {
		return (tag != null) ? language(tag.text(), tag.position()) : otherwise;
	}

	static Locale language(String tag, FilePosition position) {
		return Languages.read(tag).orElseThrow(() -> position.error("the language must be a tag such as en or pt-BR"));
	}

}
