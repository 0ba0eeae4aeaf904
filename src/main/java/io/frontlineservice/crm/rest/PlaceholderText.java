package io.frontlineservice.crm.rest;

import io.frontlineservice.diagnosis.UnusableSettingException;
import io.frontlineservice.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configured text with placeholders, such as a part of a URL. Parsed once by
 * {@link UrlTemplate} and {@link BodyTemplate}. Immutable.
 *
 * @param parts the texts, and the placeholders between them
 */
record PlaceholderText(List<Part> parts) {

	private static final Pattern BRACES = Pattern.compile("\\{([A-Za-z_-]*)}");

	/**
	 * Parses a text.
	 * @throws UnusableSettingException if there is no such placeholder
	 */
	static PlaceholderText parse(String text) {
		List<Part> parts = new ArrayList<>();
		Matcher braces = BRACES.matcher(text);
		int end = 0;
		while (braces.find()) {
			parts.add(new Part(text.substring(end, braces.start()), placeholder(braces.group(1))));
			end = braces.end();
		}
		parts.add(new Part(text.substring(end), null));
		return new PlaceholderText(parts);
	}

	private static Placeholder placeholder(String name) {
		return Placeholder.named(name).orElseThrow(() -> {
			List<String> known = Arrays.stream(Placeholder.values()).map(Placeholder::key).toList();
			return new UnusableSettingException("has a placeholder that does not exist: use one of "
					+ String.join(", ", known) + Nearest.hint(name, known));
		});
	}

	Set<Placeholder> placeholders() {
		Set<Placeholder> found = EnumSet.noneOf(Placeholder.class);
		for (Part part : this.parts) {
			if (part.placeholder() != null) {
				found.add(part.placeholder());
			}
		}
		return found;
	}

	/** Returns the placeholder of which the text consists; null if it is another text. */
	@Nullable Placeholder alone() {
		boolean isAlone = this.parts.size() == 2 && this.parts.get(0).before().isEmpty()
				&& this.parts.get(1).before().isEmpty();
		return isAlone ? this.parts.get(0).placeholder() : null;
	}

	/** Returns the placeholders that must not have text around them, but have. */
	Set<Placeholder> misplaced() {
		Set<Placeholder> found = placeholders();
		found.removeIf((it) -> it.hasOnlyDigits() || it == alone());
		return found;
	}

	/**
	 * Returns the text with values; empty if one is missing.
	 * @param encode what to do with each value
	 */
	Optional<String> render(PlaceholderValues values, UnaryOperator<String> encode) {
		StringBuilder text = new StringBuilder();
		for (Part part : this.parts) {
			text.append(part.before());
			if (part.placeholder() != null) {
				List<String> found = values.of(part.placeholder());
				if (found.isEmpty()) {
					return Optional.empty();
				}
				text.append(encode.apply(found.get(0)));
			}
		}
		return Optional.of(text.toString());
	}

	/**
	 * A text, and the placeholder after it.
	 *
	 * @param before the text, which may be empty
	 * @param placeholder the placeholder; null at the end
	 */
	record Part(String before, @Nullable Placeholder placeholder) {
	}

}
