package io.frontlineservice.text;

import io.frontlineservice.text.FilledMessage.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message with placeholders, in Mustache: {@code {{Name}}}, {@code {{Name|a default}}},
 * and sections that appear only with or only without a value. Values are inserted
 * literally, in one line. If a value is missing, there is no message. Used for the
 * templates of the app. Immutable and thread-safe.
 *
 * @see <a href="https://mustache.github.io/mustache.5.html">Mustache</a>
 */
public final class MessageTemplate {

	private final MustacheText text;

	private final Set<String> names;

	private final Set<String> sections;

	private final @Nullable Skeleton skeleton;

	private final List<Placeholder> placeholders;

	private MessageTemplate(MustacheText text, TemplateValidator validated) {
		this.text = text;
		this.names = Set.copyOf(validated.names());
		this.sections = Set.copyOf(validated.sections());
		this.skeleton = this.sections.isEmpty() ? validated.skeleton() : null;
		this.placeholders = validated.placeholders();
	}

	/**
	 * Parses a text.
	 * @throws BadTemplateException if it is malformed, or uses a value that is not in the
	 * vocabulary
	 */
	public static MessageTemplate parse(String text, Vocabulary vocabulary) {
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw new BadTemplateException("a character is incomplete (half of a surrogate pair) and cannot be sent");
		}
		MustacheText parsed = MustacheText.parse(text);
		TemplateValidator review = new TemplateValidator(vocabulary);
		parsed.visit(review);
		if (!review.problems().isEmpty()) {
			throw new BadTemplateException(review.problems());
		}
		return new MessageTemplate(parsed, review);
	}

	/** The names of all values that the text uses. */
	public Set<String> names() {
		return this.names;
	}

	/** The names of the values with or without which a part of the text appears. */
	public Set<String> sections() {
		return this.sections;
	}

	/**
	 * The fixed texts and the placeholders, with their defaults; empty if the text has
	 * sections.
	 */
	public Optional<Skeleton> skeleton() {
		return Optional.ofNullable(this.skeleton);
	}

	/**
	 * Fills in the values.
	 * @param values returns the value of a name, or null; a section is left out if its
	 * value is null or false
	 * @return the message without surrounding blanks; empty if a value is missing or the
	 * message is blank
	 */
	public Optional<String> render(Function<String, ? extends @Nullable Object> values) {
		return fill(values).map(FilledMessage::text);
	}

	/**
	 * Fills in the values like {@link #render}, and keeps where they are. A text with
	 * sections has no positions.
	 */
	public Optional<FilledMessage> fill(Function<String, ? extends @Nullable Object> values) {
		Optional<FilledMessage> filled = (this.skeleton != null) ? filled(this.skeleton, values)
				: this.text.render((placeholder) -> valueOf(placeholder, values))
					.map((it) -> new FilledMessage(it.strip(), List.of()));
		return filled.filter((it) -> !it.text().isEmpty());
	}

	private Optional<FilledMessage> filled(Skeleton parts, Function<String, ? extends @Nullable Object> values) {
		StringBuilder message = new StringBuilder(parts.literals().get(0));
		List<Span> spans = new ArrayList<>();
		for (Placeholder placeholder : this.placeholders) {
			Object value = valueOf(placeholder, values);
			if (value == null) {
				return Optional.empty();
			}
			int start = message.length();
			message.append(value);
			spans.add(new Span(start, message.length()));
			message.append(parts.literals().get(spans.size()));
		}
		return Optional.of(new FilledMessage(message.toString(), spans));
	}

	/** The value: a boolean for sections, or a text in one line without blanks around. */
	private static @Nullable Object valueOf(Placeholder placeholder,
			Function<String, ? extends @Nullable Object> values) {
		Object value = values.apply(placeholder.name());
		if (value instanceof Boolean) {
			return value;
		}
		String text = (value != null) ? CleanText.unbroken(value.toString()) : null;
		return (text != null) ? text : placeholder.defaultText();
	}

}
