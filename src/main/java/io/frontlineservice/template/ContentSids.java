package io.frontlineservice.template;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileText;
import io.frontlineservice.template.LocalizedText.Translation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The contents at Twilio that an entry of the catalogue file names: one SID, or one for
 * each language. Read by {@link CatalogueReader}.
 */
final class ContentSids {

	private ContentSids() {
	}

	/**
	 * Parses the SIDs of a template by language.
	 * @param written the SIDs as written; null if there are none
	 * @param ofPlain the language of the template's text if that names none
	 * @param languages the languages of the template's text
	 * @param errors receives each error
	 */
	static Map<Locale, ContentSid> read(@Nullable LocalizedText written, Locale ofPlain, Set<Locale> languages,
			Consumer<BadFileException> errors) {
		Map<Locale, ContentSid> sids = new LinkedHashMap<>();
		for (Translation it : (written != null) ? written.translations() : List.<Translation>of()) {
			try {
				Locale language = language(it, ofPlain, languages);
				if (sids.put(language, sid(it.text())) != null) {
					throw it.text().error("this language appears twice");
				}
			}
			catch (BadFileException ex) {
				errors.accept(ex);
			}
		}
		return sids;
	}

	private static Locale language(Translation sid, Locale ofPlain, Set<Locale> languages) {
		if (sid.tag() == null) {
			if (languages.size() > 1) {
				throw sid.text().error("content_sid needs a SID for each language, as content has several");
			}
			return languages.stream().findFirst().orElse(ofPlain);
		}
		Locale language = CatalogueTexts.language(sid.tag(), sid.text().position());
		if (!languages.isEmpty() && !languages.contains(language)) {
			throw sid.text().error("the content of this template has no text in this language");
		}
		return language;
	}

	private static ContentSid sid(FileText text) {
		if (!ContentSid.isValid(text.text())) {
			throw text.error("content_sid must be HX and 32 hexadecimal digits, as Twilio's console shows it");
		}
		return new ContentSid(text.text());
	}

}
