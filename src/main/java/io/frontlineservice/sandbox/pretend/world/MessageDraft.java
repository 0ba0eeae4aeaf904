package io.frontlineservice.sandbox.pretend.world;

import org.jspecify.annotations.Nullable;

/**
 * A message before it is published. The pre-event webhook may change it. Immutable.
 *
 * @param author an identity or an address
 * @param body the text; for a content, its text with the variables filled in
 * @param attributes a JSON text
 * @param contentSid the content that is sent; null for a plain text
 */
public record MessageDraft(String author, String body, String attributes, @Nullable String contentSid) {

	public MessageDraft {
		Draft.checkMessageAttributes(attributes);
	}

	/** Creates a plain text without attributes. */
	public static MessageDraft of(String author, String body) {
		return new MessageDraft(author, body, "{}", null);
	}

	/** Returns this message with the values that are not null. */
	public MessageDraft with(@Nullable String otherAuthor, @Nullable String otherBody,
			@Nullable String otherAttributes) {
		return new MessageDraft((otherAuthor != null) ? otherAuthor : this.author,
				(otherBody != null) ? otherBody : this.body,
				(otherAttributes != null) ? otherAttributes : this.attributes, this.contentSid);
	}

}
