package io.frontlineservice.template;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.text.MessageTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All templates there are at one moment. Made by {@link CatalogueReader}, used by
 * {@link TemplateService}. Immutable.
 *
 * @param entries the categories, in the order of the file
 * @param remarks what is amiss in it although it can be used, with its place in the file
 */
record Catalogue(List<Entry> entries, List<String> remarks) {

	static final Catalogue EMPTY = new Catalogue(List.of(), List.of());

	Catalogue {
		entries = List.copyOf(entries);
		remarks = List.copyOf(remarks);
	}

	/**
	 * The messages for that context, in their categories; no category is empty.
	 * @param sendable whether a message may be sent
	 */
	List<Category> render(MessageContext context, Predicate<Template> sendable) {
		return this.entries.stream()
			.map((entry) -> entry.render(context, sendable))
			.filter((category) -> !category.templates().isEmpty())
			.toList();
	}

	/** How many messages there are. */
	long size() {
		return messages().count();
	}

	/** How many of them WhatsApp has approved. */
	long approved() {
		return messages().filter((message) -> Boolean.TRUE.equals(message.whatsAppApproved())).count();
	}

	/** All languages in which there is a message. */
	Set<Locale> languages() {
		return messages().flatMap((message) -> message.texts().byLanguage().keySet().stream())
			.collect(Collectors.toSet());
	}

	/** The names of all values that messages ask for. */
	Set<String> names() {
		return messages()
			.flatMap((message) -> Stream.concat(message.requires().stream(),
					message.texts().byLanguage().values().stream().flatMap((text) -> text.names().stream())))
			.collect(Collectors.toSet());
	}

	private Stream<Message> messages() {
		return this.entries.stream().flatMap((entry) -> entry.messages().stream());
	}

	/**
	 * A category.
	 *
	 * @param name what stands above its messages
	 * @param messages its messages, of which some or none are for a given customer
	 */
	record Entry(Translations<String> name, List<Message> messages) {

		Category render(MessageContext context, Predicate<Template> sendable) {
			List<Template> templates = this.messages.stream()
				.flatMap((message) -> message.render(context).stream())
				.filter(sendable)
				.toList();
			return new Category(nameIn(context.language()), templates);
		}

		/** The name in that language; in any, rather than none. */
		private String nameIn(Locale wanted) {
			Locale language = this.name.languageFor(wanted)
				.orElseGet(() -> this.name.byLanguage().keySet().iterator().next());
			return this.name.get(language);
		}

	}

	/**
	 * A message before it is written to anybody.
	 *
	 * @param texts what it says
	 * @param whatsAppApproved whether WhatsApp has approved it
	 * @param requires the values without which it is left out, beside those it says
	 * @param channels the channels of which a customer must have one; none if any will do
	 */
	record Message(Translations<MessageTemplate> texts, @Nullable Boolean whatsAppApproved, Set<String> requires,
			Set<ChannelType> channels) {

		/** The message for that context; empty if it does not fit it. */
		Optional<Template> render(MessageContext context) {
			if (!context.hasChannel(this.channels)) {
				return Optional.empty();
			}
			return this.texts.languageFor(context.language())
				.filter((language) -> this.requires.stream().allMatch((name) -> context.hasValue(name, language)))
				.flatMap((language) -> this.texts.get(language).render((name) -> context.value(name, language)))
				.map((content) -> new Template(content, this.whatsAppApproved));
		}

	}

}
