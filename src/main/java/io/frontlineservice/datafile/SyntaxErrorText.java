package io.frontlineservice.datafile;

import io.frontlineservice.diagnosis.YamlProblem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/**
 * Describes a syntax error in JSON or YAML with its position, without quoting the file.
 * Called by {@link ListFile}.
 */
final class SyntaxErrorText {

	private SyntaxErrorText() {
	}

	static BadFileException of(JacksonException ex, String format) {
		MarkedYamlEngineException yaml = yaml(ex);
		if (yaml != null) {
			Mark mark = mark(yaml);
			String problem = "this is not valid YAML: " + YamlProblem.describe(yaml.getProblem());
			return (mark != null) ? new BadFileException(mark.getLine() + 1, mark.getColumn() + 1, problem)
					: located(ex, problem);
		}
		return located(ex, problem(ex, format));
	}

	private static BadFileException located(JacksonException ex, String problem) {
		return (ex.getLocation() != null) ? FilePosition.of(ex.getLocation()).error(problem)
				: new BadFileException(problem);
	}

	/**
	 * Returns where the problem is. For a quote or bracket that is never closed, the
	 * parser reports the end of the file as the problem, and where it opens as the
	 * context.
	 */
	private static @Nullable Mark mark(MarkedYamlEngineException yaml) {
		return (YamlProblem.isUnclosed(yaml.getProblem()) ? yaml.getContextMark() : yaml.getProblemMark()).orElse(null);
	}

	private static String problem(JacksonException ex, String format) {
		if (ex instanceof PlainYaml.AliasException) {
			return "aliases (*) are not supported: write the text itself";
		}
		// Jackson has no exception type for this.
		boolean isDuplicate = ex instanceof StreamReadException
				&& ex.getOriginalMessage().startsWith("Duplicate Object property");
		return isDuplicate ? "this property stands here twice" : "this is not valid " + format;
	}

	private static @Nullable MarkedYamlEngineException yaml(JacksonException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof MarkedYamlEngineException yaml) {
				return yaml;
			}
		}
		return null;
	}

}
