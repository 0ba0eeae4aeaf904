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
 * and sections for what is said only if there is a value, or only if there is none.
 * Values are inserted once, as they are, in one line; a message with a hole is no
 * message. Called for the templates of the app. Immutable, thread-safe.
 *
 * @see <a href="https://mustache.github.io/mustache.5.html">Mustache</a>
 */
public final class MessageTemplate {

	/** Stands for a value that is missing; sections take an empty list for false. */
	private static final Object MISSING = List.of();

	private static final Mustache.Compiler COMPILER = Mustache.compiler()
		.escapeHTML(false)
		.withFormatter(MessageTemplate::notMissing)
		.withCollector(new ValuesOnly());

	private final Template template;

	private final Set<String> names;

	private MessageTemplate(Template template, Set<String> names) {
		this.template = template;
		this.names = Set.copyOf(names);
	}

	/**
	 * Understands a text.
	 * @throws BadTemplateException if it is broken, or asks for a value that is not in
	 * the vocabulary
	 */
	public static MessageTemplate parse(String text, Vocabulary vocabulary) {
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw new BadTemplateException("there is half a character, which cannot be sent");
		}
		Template template = compiled(text);
		TemplateValidator review = new TemplateValidator(vocabulary);
		template.visit(review);
		return new MessageTemplate(template, review.names());
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

	/** The names of all values that the text asks for. */
	public Set<String> names() {
		return this.names;
	}

	/**
	 * The message with its values.
	 * @param values gives the value of a name, or null; a section is closed where there
	 * is none, and where it is false
	 * @return the message without blanks around it; empty if a value is missing, or if
	 * nothing is left to say
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

	/** The value: a boolean, which Mustache knows, or a text in one line. */
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

	/** Sees every value before it is inserted. */
	private static String notMissing(Object value) {
		if (value == MISSING) {
			throw new MissingValueException();
		}
		return value.toString();
	}

	/** Knows no members of values: a text has no {@code length} here. */
	private static final class ValuesOnly extends BasicCollector {

		@Override
		public <K, V> Map<K, V> createFetcherCache() {
			return new ConcurrentHashMap<>();
		}

	}

	/**
	 * Ends the making of a message; without a stack trace, because it is an everyday one.
	 */
	private static final class MissingValueException extends RuntimeException {

		MissingValueException() {
			super(null, null, false, false);
		}

	}

}
