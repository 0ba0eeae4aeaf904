package io.frontlineservice.template;

import io.frontlineservice.text.Skeleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A content of Twilio's Content API, with WhatsApp's approval. Provided by
 * {@link ContentLibrary}. Immutable.
 *
 * @param sid its SID
 * @param name the name by which WhatsApp knows it, or its name at Twilio; the same in all
 * languages
 * @param language its language, such as {@code en} or {@code pt_BR}
 * @param body its text with variables such as {@code {{1}}}; null if it has no text
 * @param variables the names of all its variables, also of those outside of the text
 * @param samples the sample values of its variables
 * @param approval WhatsApp's approval
 * @see <a href="https://www.twilio.com/docs/content/content-api-resources">Content
 * API</a>
 */
public record TwilioContent(ContentSid sid, String name, String language, @Nullable String body, Set<String> variables,
		Map<String, String> samples, Approval approval) {

	public TwilioContent {
		variables = Set.copyOf(variables);
		samples = Map.copyOf(samples);
	}

	/**
	 * Creates a content with the variables in its texts and those that have samples.
	 * @param texts all its texts, such as those of buttons
	 */
	public static TwilioContent of(ContentSid sid, String name, String language, @Nullable String body,
			Collection<String> texts, Map<String, String> samples, Approval approval) {
		Set<String> variables = new HashSet<>(samples.keySet());
		texts.forEach((text) -> variables.addAll(Skeleton.ofContent(text).placeholders()));
		return new TwilioContent(sid, name, language, body, variables, samples, approval);
	}

	boolean isApproved() {
		return this.approval == Approval.APPROVED;
	}

	/** What WhatsApp says about a content, and how messages to operators put it. */
	public enum Approval {

		/** Messages with it can start a conversation. */
		APPROVED("is approved by WhatsApp"),

		/** WhatsApp has not decided yet. */
		PENDING("is not approved by WhatsApp yet"),

		REJECTED("was rejected by WhatsApp"),

		/** Too many customers have reported it. */
		PAUSED("is paused by WhatsApp"),

		DISABLED("is disabled by WhatsApp"),

		UNSUBMITTED("was not submitted to WhatsApp"),

		/** A status that this version does not know. */
		UNKNOWN("has an unknown status at WhatsApp");

		private final String words;

		Approval(String words) {
			this.words = words;
		}

		/** Completes a sentence that begins with the content. */
		String words() {
			return this.words;
		}

		/** Returns the meaning of a status of Twilio's. */
		public static Approval of(@Nullable String status) {
			return switch ((status != null) ? status : "unsubmitted") {
				case "approved" -> APPROVED;
				case "received", "pending" -> PENDING;
				case "rejected" -> REJECTED;
				case "paused" -> PAUSED;
				case "disabled" -> DISABLED;
				case "unsubmitted" -> UNSUBMITTED;
				default -> UNKNOWN;
			};
		}

	}

}
