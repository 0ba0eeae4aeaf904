package io.frontlineservice.template;

import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.text.FilledMessage;
import io.frontlineservice.text.MessageTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A message of the catalogue in one language, before its values are filled in. Part of
 * {@link CatalogueMessage}. Immutable.
 *
 * @param template the text with its placeholders
 * @param whatsAppApproved whether WhatsApp has approved it; null if nothing is known
 * @param contentSid the content at Twilio with the same text; null if there is none
 * @param variables the variables of the content; null if the content cannot be sent in
 * place of the text
 * @param position where the text starts in the file; null if it is not from the file
 */
record CatalogueText(MessageTemplate template, @Nullable Boolean whatsAppApproved, @Nullable ContentSid contentSid,
		@Nullable ContentVariables variables, @Nullable FilePosition position) {

	/** Creates a text of the file, whose content at Twilio has not been read. */
	static CatalogueText inFile(MessageTemplate template, @Nullable Boolean whatsAppApproved,
			@Nullable ContentSid contentSid, FilePosition position) {
		ContentVariables variables = (contentSid != null)
				? template.skeleton().map(ContentVariables::inOrder).orElse(null) : null;
		return new CatalogueText(template, whatsAppApproved, contentSid, variables, position);
	}

	/** Returns this text with what Twilio says about its content. */
	CatalogueText withContent(@Nullable Boolean approved, @Nullable ContentVariables newVariables) {
		return new CatalogueText(this.template, approved, this.contentSid, newVariables, this.position);
	}

	/** Returns the message as it is offered, and the content that sends it. */
	RenderedTemplate rendered(FilledMessage message) {
		OfferedTemplate offered = (this.contentSid != null && this.variables != null)
				? new OfferedTemplate(message.text(), this.contentSid, this.variables.in(message)) : null;
		return new RenderedTemplate(new Template(message.text(), this.whatsAppApproved), offered);
	}

}
