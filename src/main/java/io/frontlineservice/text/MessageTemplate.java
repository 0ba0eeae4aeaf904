package io.frontlineservice.text;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

	/** Represents a missing value; Mustache treats an empty list as false in sections. */
	private static final Object MISSING = List.of();

	private static final Mustache.Compiler COMPILER = Mustache.compiler()
		.escapeHTML(false)
		.withFormatter(MessageTemplate::notMissing)
		.withCollector(new ValuesOnly());

	private final Template template;

	private final Set<String> names;

	private final Set<String> sections;

	private MessageTemplate(Template template, TemplateValidator validated) {
		this.template = template;
		this.names = Set.copyOf(validated.names());
		this.sections = Set.copyOf(validated.sections());
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
		Template template = compiled(text);
		TemplateValidator review = new TemplateValidator(vocabulary);
		template.visit(review);
		if (!review.problems().isEmpty()) {
			throw new BadTemplateException(review.problems());
		}
		return new MessageTemplate(template, review);
	}

	private static Template compiled(String text) {
		try {
			return COMPILER.compile(text);
		}
		catch (MustacheException ex) {
			throw new BadTemplateException("a placeholder or section is not closed, or is closed under another name");
		}
		catch (StringIndexOutOfBoundsException ex) {
			throw new BadTemplateException("a placeholder is empty");
		}
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
	 * Fills in the values.
	 * @param values returns the value of a name, or null; a section is left out if its
	 * value is null or false
	 * @return the message without surrounding blanks; empty if a value is missing or the
	 * message is blank
	 */
	public Optional<String> render(Function<String, ? extends @Nullable Object> values) {
		Mustache.CustomContext context = (tag) -> valueOf(Placeholder.of(tag), values);
		try {
			String message = this.template.execute(context).strip();
			return message.isEmpty() ? Optional.empty() : Optional.of(message);
		}
		catch (MissingValueException ex) {
			return Optional.empty();
		}
	}

	/** The value: a boolean for sections, or a text in one line. */
	private static Object valueOf(Placeholder placeholder, Function<String, ? extends @Nullable Object> values) {
		Object value = values.apply(placeholder.name());
		if (value instanceof Boolean) {
			return value;
		}
		String text = (value != null) ? CleanText.unbroken(value.toString()) : null;
		if (text != null) {
			return text;
		}
		return (placeholder.defaultText() != null) ? placeholder.defaultText() : MISSING;
	}

	/** Called by Mustache before it inserts a value. */
	private static String notMissing(Object value) {
		if (value == MISSING) {
			throw new MissingValueException();
		}
		return value.toString();
	}

	/** Does not resolve members of values, such as the {@code length} of a text. */
	private static final class ValuesOnly extends BasicCollector {

		@Override
		public <K, V> Map<K, V> createFetcherCache() {
			return new ConcurrentHashMap<>();
		}

	}

	/**
	 * Ends rendering; without a stack trace, because a missing value is common.
	 */
	private static final class MissingValueException extends RuntimeException {

		MissingValueException() {
			super(null, null, false, false);
		}

	}

}
