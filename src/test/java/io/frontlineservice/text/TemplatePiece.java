package io.frontlineservice.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of a template, with its source and its rendered text. An oracle that does not
 * use Mustache.
 */
interface TemplatePiece {

	/** The source text in a template. */
	String source();

	/** The rendered text with these values; empty if a value is missing. */
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
	 * @param form the form of the tag, with {@code %s} for its content
	 * @param name the name of the value
	 * @param defaultText the default text, or null
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
	 * A section, rendered only with or only without a value.
	 *
	 * @param ifPresent whether the section needs a value
	 * @param name the name of the value
	 * @param content its content
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
