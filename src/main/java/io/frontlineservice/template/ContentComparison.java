package io.frontlineservice.template;

import io.frontlineservice.text.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the catalogue file with the contents at Twilio. Whether WhatsApp has approved
 * a text with a content is then what Twilio says. Used by {@link LiveCatalogue}, the
 * doctor and the lint. Use a new comparison for each file. Not thread-safe.
 */
final class ContentComparison {

	private final AccountContents contents;

	private final List<String> warnings = new ArrayList<>();

	ContentComparison(AccountContents contents) {
		this.contents = contents;
	}

	/** The differences so far, with the position in the file. */
	List<String> warnings() {
		return List.copyOf(this.warnings);
	}

	/** Returns the messages of the file with what Twilio says about their contents. */
	List<Catalogue.Entry> compare(Catalogue file) {
		return file.entries()
			.stream()
			.map((entry) -> new Catalogue.Entry(entry.name(), entry.messages().stream().map(this::compared).toList()))
			.toList();
	}

	private CatalogueMessage compared(CatalogueMessage message) {
		Set<String> names = message.texts()
			.byLanguage()
			.values()
			.stream()
			.flatMap((text) -> find(text).stream())
			.map(TwilioContent::name)
			.collect(Collectors.toSet());
		return new CatalogueMessage(message.texts().map((language, text) -> compared(text, language, names)),
				message.requires(), message.channels());
	}

	/**
	 * Returns a text with what Twilio says.
	 * @param names the names of the contents of the message in all its languages
	 */
	private CatalogueText compared(CatalogueText text, Locale language, Set<String> names) {
		if (text.contentSid() == null) {
			sameNameIn(language, names).ifPresent((it) -> warn(text, "this text has no content_sid, but Twilio has the "
					+ "content " + it.sid() + " of the same name in this language"));
			return text;
		}
		TwilioContent content = find(text).orElse(null);
		if (content == null) {
			warn(text, "Twilio has no content " + text.contentSid() + ": correct content_sid");
			return text.withContent(null, null);
		}
		if (!content.isApproved()) {
			warn(text, "the content " + content.sid() + " " + content.approval().words());
		}
		if (Languages.read(content.language()).filter((it) -> isSame(it, language)).isEmpty()) {
			warn(text, "the content " + content.sid() + " is in another language than this text");
		}
		ContentFit fit = ContentFit.of(text.template(), content);
		if (fit.problem() != null) {
			warn(text, fit.problem());
		}
		boolean sendable = content.isApproved() && fit.variables() != null;
		return text.withContent(sendable ? Boolean.TRUE : null, sendable ? fit.variables() : null);
	}

	private Optional<TwilioContent> find(CatalogueText text) {
		return Optional.ofNullable(text.contentSid()).flatMap(this.contents::find);
	}

	private Optional<TwilioContent> sameNameIn(Locale language, Set<String> names) {
		return names.isEmpty() ? Optional.empty()
				: this.contents.all()
					.stream()
					.filter((it) -> names.contains(it.name()))
					.filter((it) -> Languages.read(it.language()).filter((read) -> isSame(read, language)).isPresent())
					.findFirst();
	}

	/** Regions do not matter. */
	private static boolean isSame(Locale one, Locale other) {
		return Languages.closest(one, Set.of(other)).isPresent();
	}

	private void warn(CatalogueText text, String warning) {
		this.warnings.add(String.valueOf(Objects.requireNonNull(text.position()).error(warning).getMessage()));
	}

}
