package io.frontlineservice.template;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.datafile.FileText;
import io.frontlineservice.datafile.ListFile;
import io.frontlineservice.template.CategoryEntry.TemplateEntry;
import io.frontlineservice.text.MessageTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue and reports all its errors, not only the first. Use a new reader for
 * each reading.
 */
final class CatalogueReader {

	private static final ListFile<CategoryEntry> FILE = ListFile.strict(CategoryEntry.class);

	private final Locale defaultLanguage;

	private final List<BadFileException> errors = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	CatalogueReader(Locale defaultLanguage) {
		this.defaultLanguage = defaultLanguage;
	}

	/**
	 * Reads the file.
	 * @throws BadFileException if any part of it cannot be used
	 */
	Catalogue read(FileLocation location) throws IOException {
		List<Catalogue.Entry> entries = new ArrayList<>();
		try {
			FILE.read(location, (entry, position) -> attempt(() -> category(entry, position)).ifPresent(entries::add));
		}
		catch (BadFileException ex) {
			this.errors.add(ex);
		}
		if (!this.errors.isEmpty()) {
			throw BadFileException.of(this.errors);
		}
		return new Catalogue(entries, this.remarks);
	}

	private Catalogue.Entry category(CategoryEntry entry, FilePosition position) {
		Locale language = CatalogueTexts.language(entry.language(), this.defaultLanguage);
		List<Catalogue.Message> messages = new ArrayList<>();
		for (TemplateEntry template : entry.templatesOrEmpty()) {
			attempt(() -> message(template, language, position)).ifPresent(messages::add);
		}
		if (entry.displayName() == null) {
			throw position.error("this category has no display_name");
		}
		return new Catalogue.Entry(translations(entry.displayName(), language, (text, it) -> CatalogueTexts.name(text)),
				messages);
	}

	private Catalogue.Message message(TemplateEntry entry, Locale ofCategory, FilePosition position) {
		if (entry.content() == null) {
			throw position.error("a template of this category has no content");
		}
		Locale language = CatalogueTexts.language(entry.language(), ofCategory);
		return new Catalogue.Message(translations(entry.content(), language, this::content), entry.whatsAppApproved(),
				each(entry.requires(), CatalogueTexts::valueName), each(entry.channels(), CatalogueTexts::channel));
	}

	private <T> Translations<T> translations(LocalizedText wording, Locale ofPlain,
			BiFunction<FileText, Locale, T> reader) {
		Map<Locale, T> byLanguage = new LinkedHashMap<>();
		wording.translations().forEach((it) -> attempt(() -> {
			FileText text = it.text();
			Locale language = (it.tag() != null) ? CatalogueTexts.language(it.tag(), text.position()) : ofPlain;
			if (byLanguage.put(language, reader.apply(text, language)) != null) {
				throw text.error("this language appears twice");
			}
			return text;
		}));
		return new Translations<>(byLanguage, this.defaultLanguage);
	}

	private MessageTemplate content(FileText text, Locale language) {
		MessageTemplate template = CatalogueTexts.message(text, language);
		remarkOn(template, text, language);
		return template;
	}

	private void remarkOn(MessageTemplate template, FileText text, Locale language) {
		MessageContext context = SampleContext.of(language, template.names());
		boolean tooLong = template.render((name) -> context.value(name, language))
			.filter(Template::isTooLong)
			.isPresent();
		if (tooLong) {
			this.remarks.add(text.error("this message is longer than 1,600 characters and is left out").getMessage());
		}
	}

	private <T> Set<T> each(@Nullable List<FileText> texts, Function<FileText, T> reader) {
		return (texts == null) ? Set.of()
				: texts.stream()
					.flatMap((text) -> attempt(() -> reader.apply(text)).stream())
					.collect(Collectors.toUnmodifiableSet());
	}

	/** Continues after an error, so that the next one is found as well. */
	private <T> Optional<T> attempt(Supplier<T> reading) {
		try {
			return Optional.of(reading.get());
		}
		catch (BadFileException ex) {
			this.errors.add(ex);
			return Optional.empty();
		}
	}

}
