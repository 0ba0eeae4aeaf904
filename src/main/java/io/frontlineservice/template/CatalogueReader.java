package io.frontlineservice.template;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.datafile.FileText;
import io.frontlineservice.datafile.ListFile;
import io.frontlineservice.template.CategoryEntry.TemplateEntry;
import io.frontlineservice.text.Languages;
import io.frontlineservice.text.MessageTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
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

	private final List<Catalogue.Entry> entries = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	private final List<Catalogue.Use> uses = new ArrayList<>();

	private final Set<Locale> languages = new HashSet<>();

	CatalogueReader(Locale defaultLanguage) {
		this.defaultLanguage = defaultLanguage;
	}

	/**
	 * Reads the file.
	 * @throws BadFileException if any part of it cannot be used
	 */
	Catalogue read(FileLocation location) throws IOException {
		try {
			FILE.readAll(location, (entry, position, damaged) -> attempt(() -> category(entry, position, damaged))
				.ifPresent(this.entries::add));
		}
		catch (BadFileException ex) {
			this.errors.add(ex);
		}
		if (!this.errors.isEmpty()) {
			throw BadFileException.of(this.errors);
		}
		if (!this.languages.isEmpty() && Languages.closest(this.defaultLanguage, this.languages).isEmpty()) {
			this.warnings.add("no template has a text in the default language " + this.defaultLanguage.toLanguageTag()
					+ ", so customers without another language get none: see frontline.templates.default-language");
		}
		return usable();
	}

	/** The parts of the file that can be used, also after an exception. */
	Catalogue usable() {
		return new Catalogue(this.entries, this.remarks, this.warnings, this.uses);
	}

	private Catalogue.Entry category(CategoryEntry entry, FilePosition position, boolean damaged) {
		Locale language = CatalogueTexts.language(entry.language(), this.defaultLanguage);
		List<CatalogueMessage> messages = new ArrayList<>();
		for (TemplateEntry template : entry.templatesOrEmpty(damaged)) {
			attempt(() -> message(template, language, position)).ifPresent(messages::add);
		}
		if (entry.displayName() == null) {
			throw position.error("this category has no display_name");
		}
		return new Catalogue.Entry(translations(entry.displayName(), language, (text, it) -> CatalogueTexts.name(text)),
				messages);
	}

	private CatalogueMessage message(TemplateEntry entry, Locale ofCategory, FilePosition position) {
		if (entry.content() == null) {
			throw position.error("a template of this category has no content");
		}
		Locale language = CatalogueTexts.language(entry.language(), ofCategory);
		Map<Locale, FileText> written = translations(entry.content(), language, (text, it) -> text).byLanguage();
		Map<Locale, ContentSid> sids = ContentSids.read(entry.contentSid(), language, written.keySet(),
				this.errors::add);
		Map<Locale, CatalogueText> texts = new LinkedHashMap<>();
		written.forEach((it, text) -> attempt(() -> content(text, it, entry.whatsAppApproved(), sids))
			.ifPresent((content) -> texts.put(it, content)));
		return new CatalogueMessage(new Translations<>(texts, this.defaultLanguage),
				each(entry.requires(), this::required), each(entry.channels(), CatalogueTexts::channel));
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

	private CatalogueText content(FileText text, Locale language, @Nullable Boolean written,
			Map<Locale, ContentSid> contents) {
		MessageTemplate template = CatalogueTexts.message(text, language);
		this.languages.add(language);
		template.names().stream().sorted().forEach((name) -> this.uses.add(new Catalogue.Use(name, text.position())));
		MessageContext context = SampleContext.of(language, template.names());
		String rendered = template.render((name) -> context.value(name, language)).orElse("");
		if (Template.isTooLong(rendered)) {
			this.remarks.add(text.error("this message is longer than 1,600 characters and is left out").getMessage());
		}
		ContentSid contentSid = contents.get(language);
		Boolean approved = (written == null && contentSid != null) ? Boolean.TRUE : written;
		if (Boolean.TRUE.equals(approved)) {
			ApprovedText.warnings(template, rendered)
				.forEach((warning) -> this.warnings.add(text.error(warning).getMessage()));
		}
		if (contentSid == null) {
			ApprovedText.withoutContent(Boolean.TRUE.equals(approved), !contents.isEmpty())
				.ifPresent((warning) -> this.warnings.add(text.error(warning).getMessage()));
		}
		return CatalogueText.inFile(template, approved, contentSid, text.position());
	}

	private String required(FileText text) {
		String name = CatalogueTexts.valueName(text);
		this.uses.add(new Catalogue.Use(name, text.position()));
		return name;
	}

	private <T> Set<T> each(@Nullable TextList list, Function<FileText, T> reader) {
		return (list == null) ? Set.of()
				: list.texts()
					.stream()
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
