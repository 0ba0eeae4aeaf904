package io.frontlineservice.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of a template: what stands there, and what comes of it. An oracle that knows
 * nothing of Mustache.
 */
interface Piece {

	/** As somebody writes it into a template. */
	String written();

	/** What it says with these values; empty if it has a hole. */
	Optional<String> said(Map<String, String> values);

	private static String value(String name, Map<String, String> values) {
		return CleanText.unbroken(values.get(name));
	}

	/**
	 * Text without placeholders.
	 *
	 * @param written the text
	 */
	record Words(String written) implements Piece {

		@Override
		public Optional<String> said(Map<String, String> values) {
			return Optional.of(this.written);
		}

	}

	/**
	 * A placeholder.
	 *
	 * @param form how it is written, with {@code %s} for what is between the braces
	 * @param name the name of the value
	 * @param otherwise what stands there without a value, or null
	 */
	record Placeholder(String form, String name, String otherwise) implements Piece {

		@Override
		public String written() {
			return this.form.formatted((this.otherwise != null) ? this.name + "|" + this.otherwise : this.name);
		}

		@Override
		public Optional<String> said(Map<String, String> values) {
			return Optional.ofNullable(value(this.name, values)).or(() -> Optional.ofNullable(this.otherwise));
		}

	}

	/**
	 * What is said only if there is a value, or only if there is none.
	 *
	 * @param ifThere which of the two
	 * @param name the name of the value
	 * @param content what is said then
	 */
	record Section(boolean ifThere, String name, Piece content) implements Piece {

		@Override
		public String written() {
			return "{{" + (this.ifThere ? "#" : "^") + this.name + "}}" + this.content.written() + "{{/" + this.name
					+ "}}";
		}

		@Override
		public Optional<String> said(Map<String, String> values) {
			return ((value(this.name, values) != null) == this.ifThere) ? this.content.said(values) : Optional.of("");
		}

	}

	/**
	 * Pieces one after the other.
	 *
	 * @param pieces the pieces
	 */
	record Sequence(List<Piece> pieces) implements Piece {

		@Override
		public String written() {
			StringBuilder written = new StringBuilder();
			this.pieces.forEach((piece) -> written.append(piece.written()));
			return written.toString();
		}

		@Override
		public Optional<String> said(Map<String, String> values) {
			StringBuilder said = new StringBuilder();
			for (Piece piece : this.pieces) {
				Optional<String> part = piece.said(values);
				if (part.isEmpty()) {
					return part;
				}
				said.append(part.get());
			}
			return Optional.of(said.toString());
		}

	}

}
