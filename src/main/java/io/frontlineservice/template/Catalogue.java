package io.frontlineservice.template;

import io.frontlineservice.datafile.FilePosition;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates as read from the file at one moment. Made by {@link CatalogueReader},
 * used by {@link TemplateService}. Immutable.
 *
 * @param entries the categories, in the order of the file
 * @param remarks the messages that are left out although the catalogue can be used, with
 * the position in the file
 * @param warnings what may be intended and is worth a look, with the position in the file
 * @param uses the values that the messages use, in the order of the file
 */
record Catalogue(List<Entry> entries, List<String> remarks, List<String> warnings, List<Use> uses) {

	static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of(), List.of());

	Catalogue {
		entries = List.copyOf(entries);
		remarks = List.copyOf(remarks);
		warnings = List.copyOf(warnings);
		uses = List.copyOf(uses);
	}

	/**
	 * The messages for this context by category; empty categories are left out.
	 * @param sendable whether a message may be sent
	 */
	List<Category> render(MessageContext context, Predicate<Template> sendable) {
		return renderWithContents(context, sendable).categories();
	}

	/** The same messages, and the contents at Twilio that send the same texts. */
	RenderedCatalogue renderWithContents(MessageContext context, Predicate<Template> sendable) {
		RenderedCatalogue.Builder rendered = new RenderedCatalogue.Builder();
		return rendered.build(this.entries.stream()
			.map((entry) -> entry.render(context, sendable, rendered))
			.filter((category) -> !category.templates().isEmpty())
			.toList());
	}

	/** The number of messages. */
	long size() {
		return messages().count();
	}

	/** The number of messages that WhatsApp has approved. */
	long approved() {
		return messages().filter(CatalogueMessage::isApproved).count();
	}

	/** All languages that have at least one message. */
	Set<Locale> languages() {
		return messages().flatMap((message) -> message.texts().byLanguage().keySet().stream())
			.collect(Collectors.toSet());
	}

	/** The names of all values that the messages use. */
	Set<String> names() {
		Stream<String> ofContents = messages().flatMap((message) -> message.texts().byLanguage().values().stream())
			.flatMap((text) -> text.template().names().stream());
		return Stream.concat(this.uses.stream().map(Use::name), ofContents).collect(Collectors.toSet());
	}

	/** The contents at Twilio that the messages name. */
	Set<ContentSid> contents() {
		return messages().flatMap((message) -> message.texts().byLanguage().values().stream())
			.map(CatalogueText::contentSid)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	private Stream<CatalogueMessage> messages() {
		return this.entries.stream().flatMap((entry) -> entry.messages().stream());
	}

	/**
	 * A value that a message uses.
	 *
	 * @param name the name of the value
	 * @param position where the text with the placeholder starts, or the requirement
	 */
	record Use(String name, FilePosition position) {

	}

	/**
	 * A category.
	 *
	 * @param name the heading above its messages
	 * @param messages its messages, of which some or none fit a given customer
	 */
	record Entry(Translations<String> name, List<CatalogueMessage> messages) {

		Category render(MessageContext context, Predicate<Template> sendable, RenderedCatalogue.Builder rendered) {
			List<Template> templates = this.messages.stream()
				.flatMap((message) -> message.render(context).stream())
				.map(rendered::template)
				.filter(sendable)
				.toList();
			return new Category(nameIn(context.language()), templates);
		}

		/** The name in this language, else in any language. */
		private String nameIn(Locale wanted) {
			Locale language = this.name.languageFor(wanted)
				.orElseGet(() -> this.name.byLanguage().keySet().iterator().next());
			return this.name.get(language);
		}

	}

}
