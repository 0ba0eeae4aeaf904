package io.frontlineservice.template;

import io.frontlineservice.text.MessageTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks a text that WhatsApp has approved. WhatsApp approves a fixed text with numbered
 * variables, so what is sent must have the same fixed text for every customer and at any
 * time. Called by {@link CatalogueReader}.
 * <p>
 * A default such as {@code {{FirstName|there}}} is no problem: it takes the place of the
 * variable.
 */
final class ApprovedText {

	/** The longest text that WhatsApp approves. */
	private static final int LONGEST = 1_024;

	private ApprovedText() {
	}

	/**
	 * Returns the warning for a text without a content at Twilio, if there is one.
	 * @param approved whether WhatsApp has approved the text
	 * @param others whether the template has contents for other languages
	 * @see <a href="https://www.twilio.com/docs/api/errors/63016">63016</a>
	 */
	static Optional<String> withoutContent(boolean approved, boolean others) {
		if (approved) {
			return Optional
				.of("this text has whatsAppApproved: true and no content_sid, so WhatsApp refuses it more than "
						+ "24 hours after the customer's last message (error 63016): name the content at Twilio");
		}
		return others ? Optional.of("this text has no content_sid, but its template has one for another language")
				: Optional.empty();
	}

	/** Returns what differs from an approved text, in words that follow a position. */
	static List<String> warnings(MessageTemplate text, String rendered) {
		List<String> warnings = new ArrayList<>();
		Arrays.stream(TemplateValue.values())
			.filter((value) -> value.variation() != null && text.names().contains(value.placeholder()))
			.forEach((value) -> warnings.add("{{" + value.placeholder() + "}} changes with the " + value.variation()
					+ ", but WhatsApp approves a fixed text with variables: write the words themselves, or have a "
					+ "variable approved in this place"));
		text.sections()
			.stream()
			.sorted()
			.forEach((name) -> warnings
				.add("the section {{#" + name + "}} makes two texts of one, but WhatsApp approves "
						+ "one text: write two templates, and have each approved"));
		if (rendered.length() > LONGEST) {
			warnings.add("this text is longer than 1,024 characters, the most that WhatsApp approves");
		}
		text.skeleton().ifPresent((skeleton) -> warnings.addAll(misplaced(skeleton.literals())));
		return warnings;
	}

	/**
	 * Returns the warnings about variables in places where WhatsApp does not approve
	 * them.
	 * @param literals the fixed texts before, between and after the variables
	 * @see <a href="https://www.twilio.com/docs/api/errors/63040">63040</a>
	 */
	private static List<String> misplaced(List<String> literals) {
		int last = literals.size() - 1;
		if (last == 0) {
			return List.of();
		}
		List<String> warnings = new ArrayList<>();
		if (literals.get(0).isBlank()) {
			warnings.add("this text begins with a variable, which WhatsApp does not approve: put a word before it");
		}
		if (literals.subList(1, last).contains("")) {
			warnings.add("this text has two variables next to each other, which WhatsApp does not approve: put a word "
					+ "between them");
		}
		if (literals.get(last).isBlank()) {
			warnings.add("this text ends with a variable, which WhatsApp does not approve: put a word after it");
		}
		return warnings;
	}

}
