package io.frontlineservice.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of a template: what stands there, and what comes of it. An oracle that knows
 * nothing of Mustache.
 */
interface TemplatePiece {

	/** As somebody writes it into a template. */
	String source();

	/** What it says with these values; empty if it has a hole. */
	Optional<String> rendered(Map<String, String> values);

	private static String value(String name, Map<String, String> values) {
		return CleanText.unbroken(values.get(name));
	}

	/**
	 * Text without placeholders.
	 *
	 * @param source the text
	 */
	record Text(String source) implements TemplatePiece {

		@Override
		public Optional<String> rendered(Map<String, String> values) {
			return Optional.of(this.source);
		}

	}

	/**
	 * A placeholder.
	 *
	 * @param form how it is written, with {@code %s} for what is between the braces
	 * @param name the name of the value
	 * @param defaultText what stands there without a value, or null
	 */
	record Placeholder(String form, String name, String defaultText) implements TemplatePiece {

		@Override
		public String source() {
			return this.form.formatted((this.defaultText != null) ? this.name + "|" + this.defaultText : this.name);
		}

		@Override
		public Optional<String> rendered(Map<String, String> values) {
			return Optional.ofNullable(value(this.name, values)).or(() -> Optional.ofNullable(this.defaultText));
		}

	}

	/**
	 * What is said only if there is a value, or only if there is none.
	 *
	 * @param ifPresent which of the two
	 * @param name the name of the value
	 * @param content what is said then
	 */
	record Section(boolean ifPresent, String name, TemplatePiece content) implements TemplatePiece {

		@Override
		public String source() {
			return "{{" + (this.ifPresent ? "#" : "^") + this.name + "}}" + this.content.source() + "{{/" + this.name
					+ "}}";
		}

		@Override
		public Optional<String> rendered(Map<String, String> values) {
			return ((value(this.name, values) != null) == this.ifPresent) ? this.content.rendered(values)
					: Optional.of("");
		}

	}

	/**
	 * Pieces one after the other.
	 *
	 * @param pieces the pieces
	 */
	record Sequence(List<TemplatePiece> pieces) implements TemplatePiece {

		@Override
		public String source() {
			StringBuilder source = new StringBuilder();
			this.pieces.forEach((piece) -> source.append(piece.source()));
			return source.toString();
		}

		@Override
		public Optional<String> rendered(Map<String, String> values) {
			StringBuilder rendered = new StringBuilder();
			for (TemplatePiece piece : this.pieces) {
				Optional<String> part = piece.rendered(values);
				if (part.isEmpty()) {
					return part;
				}
				rendered.append(part.get());
			}
			return Optional.of(rendered.toString());
		}

	}

}
