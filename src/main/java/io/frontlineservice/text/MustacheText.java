package io.frontlineservice.text;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text that Mustache has parsed. Called by {@link MessageTemplate}. Immutable and
 * thread-safe.
 */
final class MustacheText {

	/** Represents a missing value; Mustache treats an empty list as false in sections. */
	private static final Object MISSING = List.of();

	private static final Mustache.Compiler COMPILER = Mustache.compiler()
		.escapeHTML(false)
		.withFormatter(MustacheText::notMissing)
		.withCollector(new ValuesOnly());

	private final Template template;

	private MustacheText(Template template) {
		this.template = template;
	}

	/**
	 * Parses a text.
	 * @throws BadTemplateException if it is malformed
	 */
	static MustacheText parse(String text) {
		try {
			return new MustacheText(COMPILER.compile(text));
		}
		catch (MustacheException ex) {
			throw new BadTemplateException("a placeholder or section is not closed, or is closed under another name");
		}
		catch (StringIndexOutOfBoundsException ex) {
			throw new BadTemplateException("a placeholder is empty");
		}
	}

	void visit(Mustache.Visitor visitor) {
		this.template.visit(visitor);
	}

	/**
	 * Fills in the values.
	 * @param values returns the value of a placeholder, or null
	 * @return the text; empty if the value of a placeholder is missing
	 */
	Optional<String> render(Function<Placeholder, ? extends @Nullable Object> values) {
		Mustache.CustomContext context = (tag) -> {
			Object value = values.apply(Placeholder.of(tag));
			return (value != null) ? value : MISSING;
		};
		try {
			return Optional.of(this.template.execute(context));
		}
		catch (MissingValueException ex) {
			return Optional.empty();
		}
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
