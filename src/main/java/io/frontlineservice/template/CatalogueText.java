package io.frontlineservice.template;

import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.text.MessageTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A message of the catalogue in one language, before its values are filled in. Part of
 * {@link CatalogueMessage}. Immutable.
 *
 * @param template the text with its placeholders
 * @param whatsAppApproved whether WhatsApp has approved it; null if nothing is known
 * @param contentSid the content at Twilio with the same text; null if there is none
 * @param position where the text starts in the file
 */
record CatalogueText(MessageTemplate template, @Nullable Boolean whatsAppApproved, @Nullable ContentSid contentSid,
		FilePosition position) {

}
