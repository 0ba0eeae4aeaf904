package io.frontlineservice.template;

import org.jspecify.annotations.Nullable;

/**
 * A message with its values. Made by {@link CatalogueMessage}. Immutable.
 *
 * @param template the message for the app
 * @param offered the content at Twilio that sends the same text; null if there is none
 */
record RenderedTemplate(Template template, @Nullable OfferedTemplate offered) {

}
