package io.frontlineservice.template;

import io.frontlineservice.address.ChannelType;
import java.util.Optional;
import java.util.Set;

/**
 * A message in its languages, before its values are filled in. Part of the
 * {@link Catalogue}. Immutable.
 *
 * @param texts its text by language
 * @param requires values without which it is left out, in addition to those in its text
 * @param channels the customer must have one of these channels; empty for no restriction
 */
record CatalogueMessage(Translations<CatalogueText> texts, Set<String> requires, Set<ChannelType> channels) {

	/** The message for this context; empty if it does not fit. */
	Optional<RenderedTemplate> render(MessageContext context) {
		if (!context.hasChannel(this.channels)) {
			return Optional.empty();
		}
		return this.texts.languageFor(context.language())
			.filter((language) -> this.requires.stream().allMatch((name) -> context.hasValue(name, language)))
			.flatMap((language) -> {
				CatalogueText text = this.texts.get(language);
				return text.template().fill((name) -> context.value(name, language)).map(text::rendered);
			});
	}

	/** Whether WhatsApp has approved it in any language. */
	boolean isApproved() {
		return this.texts.byLanguage().values().stream().anyMatch((it) -> Boolean.TRUE.equals(it.whatsAppApproved()));
	}

}
