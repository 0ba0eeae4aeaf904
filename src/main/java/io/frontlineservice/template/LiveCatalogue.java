package io.frontlineservice.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue in use: the file, with what Twilio says about its contents, and the
 * category of the other contents. Made anew when the file or the contents change. Used by
 * {@link TemplateService} and {@link PreviewEndpoint}. Thread-safe; never waits for
 * Twilio.
 */
final class LiveCatalogue implements Supplier<Catalogue> {

	private static final Logger logger = LoggerFactory.getLogger(LiveCatalogue.class);

	private final Supplier<Catalogue> file;

	private final Supplier<@Nullable AccountContents> contents;

	private final ContentSettings settings;

	private final Locale defaultLanguage;

	private volatile @Nullable Merged merged;

	private List<String> logged = List.of();

	/**
	 * Creates the catalogue.
	 * @param contents provides the contents at Twilio; null if they are unknown
	 */
	LiveCatalogue(Supplier<Catalogue> file, Supplier<@Nullable AccountContents> contents, ContentSettings settings,
			Locale defaultLanguage) {
		this.file = file;
		this.contents = contents;
		this.settings = settings;
		this.defaultLanguage = defaultLanguage;
	}

	@Override
	public Catalogue get() {
		Catalogue ofFile = this.file.get();
		AccountContents ofTwilio = this.contents.get();
		if (ofTwilio == null) {
			return this.settings.enabled() ? withoutGuesses(ofFile) : ofFile;
		}
		Merged current = this.merged;
		return (current != null && current.isOf(ofFile, ofTwilio)) ? current.catalogue : merge(ofFile, ofTwilio);
	}

	/**
	 * The file, as long as Twilio has not said which variable is which: a text with
	 * several variables is not sent as content, because their order in the file may be
	 * another one.
	 */
	private static Catalogue withoutGuesses(Catalogue file) {
		List<Catalogue.Entry> entries = file.entries()
			.stream()
			.map((entry) -> new Catalogue.Entry(entry.name(),
					entry.messages().stream().map(LiveCatalogue::withoutGuesses).toList()))
			.toList();
		return new Catalogue(entries, file.remarks(), file.warnings(), file.uses());
	}

	private static CatalogueMessage withoutGuesses(CatalogueMessage message) {
		return new CatalogueMessage(message.texts().map((language, text) -> {
			ContentVariables variables = text.variables();
			return (variables != null && variables.placeholders().size() > 1)
					? text.withContent(text.whatsAppApproved(), null) : text;
		}), message.requires(), message.channels());
	}

	private synchronized Catalogue merge(Catalogue ofFile, AccountContents ofTwilio) {
		Merged current = this.merged;
		if (current != null && current.isOf(ofFile, ofTwilio)) {
			return current.catalogue;
		}
		ContentComparison comparison = new ContentComparison(ofTwilio);
		List<Catalogue.Entry> entries = new ArrayList<>(comparison.compare(ofFile));
		ContentCategory category = new ContentCategory(this.defaultLanguage, this.settings.variables());
		this.settings.categoryName()
			.ifPresent((name) -> entries.add(category.entry(name, ofTwilio, ofFile.contents())));
		log(Stream
			.concat(comparison.warnings().stream().map((it) -> "In the templates file, " + it),
					category.remarks().stream().map((it) -> "At Twilio, " + it))
			.toList());
		Catalogue catalogue = new Catalogue(entries, both(ofFile.remarks(), category.remarks()),
				both(ofFile.warnings(), comparison.warnings()), ofFile.uses());
		this.merged = new Merged(ofFile, ofTwilio, catalogue);
		return catalogue;
	}

	private static List<String> both(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

	/** Only what was not logged for the catalogue before. */
	private void log(List<String> lines) {
		lines.stream().filter((it) -> !this.logged.contains(it)).forEach((it) -> logger.warn("{}", it));
		this.logged = lines;
	}

	/**
	 * A catalogue and what it was made from.
	 *
	 * @param file the catalogue of the file
	 * @param contents the contents at Twilio
	 * @param catalogue the catalogue in use
	 */
	private record Merged(Catalogue file, AccountContents contents, Catalogue catalogue) {

		/** Each reading makes new objects, so their values need not be compared. */
		@SuppressWarnings("ReferenceEquality")
		boolean isOf(Catalogue ofFile, AccountContents ofTwilio) {
			return this.file == ofFile && this.contents == ofTwilio;
		}

	}

}
