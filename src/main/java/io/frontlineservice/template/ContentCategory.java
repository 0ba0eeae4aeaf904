package io.frontlineservice.template;

import io.frontlineservice.text.BadTemplateException;
import io.frontlineservice.text.Languages;
import io.frontlineservice.text.MessageTemplate;
import io.frontlineservice.text.Skeleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a category of the approved contents of the account that the catalogue file does
 * not name. Contents of the same name are the languages of one message. Used by
 * {@link LiveCatalogue}. Use a new category for each catalogue. Not thread-safe.
 */
final class ContentCategory {

	private final Locale defaultLanguage;

	private final Map<String, Map<String, String>> variables;

	private final List<String> remarks = new ArrayList<>();

	/**
	 * Creates an empty category.
	 * @param variables the names of values by content and variable
	 */
	ContentCategory(Locale defaultLanguage, Map<String, Map<String, String>> variables) {
		this.defaultLanguage = defaultLanguage;
		this.variables = variables;
	}

	/** The contents that are left out, and why. */
	List<String> remarks() {
		return List.copyOf(this.remarks);
	}

	/**
	 * Returns the category.
	 * @param inFile the contents that the file names
	 */
	Catalogue.Entry entry(String name, AccountContents contents, Set<ContentSid> inFile) {
		Map<String, List<Map<Locale, CatalogueText>>> byName = new TreeMap<>();
		contents.all()
			.stream()
			.filter((it) -> it.isApproved() && !inFile.contains(it.sid()))
			.sorted(Comparator.comparing((it) -> it.sid().value()))
			.forEach((content) -> Languages.read(content.language())
				.ifPresentOrElse(
						(language) -> text(content, language).ifPresent((text) -> add(text, language,
								byName.computeIfAbsent(content.name(), (it) -> new ArrayList<>()))),
						() -> remark(content, "its language is unknown")));
		List<CatalogueMessage> messages = byName.values()
			.stream()
			.flatMap(List::stream)
			.map((texts) -> new CatalogueMessage(new Translations<>(texts, this.defaultLanguage), Set.of(), Set.of()))
			.toList();
		return new Catalogue.Entry(new Translations<>(Map.of(this.defaultLanguage, name), this.defaultLanguage),
				messages);
	}

	/** Two accounts at WhatsApp may have the same name in the same language. */
	private static void add(CatalogueText text, Locale language, List<Map<Locale, CatalogueText>> messages) {
		Map<Locale, CatalogueText> message = messages.stream()
			.filter((it) -> !it.containsKey(language))
			.findFirst()
			.orElse(null);
		if (message == null) {
			message = new LinkedHashMap<>();
			messages.add(message);
		}
		message.put(language, text);
	}

	private Optional<CatalogueText> text(TwilioContent content, Locale language) {
		if (content.body() == null) {
			remark(content, "it has no text");
			return Optional.empty();
		}
		Skeleton body = Skeleton.ofContent(content.body());
		StringBuilder text = new StringBuilder(body.literals().get(0));
		for (int i = 0; i < body.placeholders().size(); i++) {
			String placeholder = placeholder(content, body.placeholders().get(i));
			if (placeholder == null) {
				remark(content,
						"its variable " + body.placeholders().get(i) + " has no value: set " + ContentSettings.PREFIX
								+ ".variables." + content.sid() + "." + body.placeholders().get(i)
								+ " to the name of a value, such as FirstName");
				return Optional.empty();
			}
			text.append(placeholder).append(body.literals().get(i + 1));
		}
		return parsed(text.toString(), content, language);
	}

	private Optional<CatalogueText> parsed(String text, TwilioContent content, Locale language) {
		try {
			MessageTemplate template = MessageTemplate.parse(text, TemplateValue.VOCABULARY);
			if (template.names().contains(TemplateValue.GREETING.placeholder()) && !Greetings.existFor(language)) {
				remark(content, "there is no {{Greeting}} in its language");
				return Optional.empty();
			}
			ContentFit fit = ContentFit.of(template, content);
			if (fit.problem() == null) {
				return Optional.of(new CatalogueText(template, true, content.sid(), fit.variables(), null));
			}
			remark(content, fit.problem());
		}
		catch (BadTemplateException ex) {
			remark(content, "its text has braces that are not around a variable");
		}
		return Optional.empty();
	}

	/** The placeholder for a variable: as set, else as the sample value says. */
	private @Nullable String placeholder(TwilioContent content, String variable) {
		String set = ContentSettings.value(this.variables, content.sid(), variable);
		return placeholder((set != null) ? set : content.samples().getOrDefault(variable, ""));
	}

	/**
	 * Returns the placeholder for the name of a value, which may have a default; null if
	 * it is not the name of a value.
	 */
	static @Nullable String placeholder(String value) {
		String placeholder = "{{" + value.strip() + "}}";
		try {
			return MessageTemplate.parse(placeholder, TemplateValue.VOCABULARY)
				.skeleton()
				.filter((it) -> it.placeholders().size() == 1)
				.map((it) -> placeholder)
				.orElse(null);
		}
		catch (BadTemplateException ex) {
			return null;
		}
	}

	private void remark(TwilioContent content, String reason) {
		this.remarks.add("the content " + content.sid() + " is not offered: " + reason);
	}

}
