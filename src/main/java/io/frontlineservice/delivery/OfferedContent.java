package io.frontlineservice.delivery;

import io.frontlineservice.template.OfferedTemplate;
import io.frontlineservice.template.OfferedTemplate.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content that sends an offered message, and where the values of its variables are in
 * the text. Stored by {@link OfferedMessages} without the text. Immutable.
 *
 * @param contentSid the content, {@code HX} and 32 hexadecimal digits
 * @param variables the variables as {@code 1=6-9,2=20-28}: name, index of the first
 * character, index after the last one
 */
record OfferedContent(String contentSid, String variables) {

	static OfferedContent of(OfferedTemplate template) {
		return new OfferedContent(template.contentSid().value(),
				template.variables()
					.stream()
					.map((variable) -> variable.name() + "=" + variable.start() + "-" + variable.end())
					.collect(Collectors.joining(",")));
	}

	/**
	 * Returns the values of the variables as a JSON object.
	 * @param text the text that was offered; blanks at its end may be missing
	 */
	String values(String text) {
		Map<String, String> values = new LinkedHashMap<>();
		spans().forEach((span) -> values.put(span.name(), value(span, text)));
		return JsonMapper.shared().writeValueAsString(values);
	}

	private static String value(Variable span, String text) {
		int end = Math.min(span.end(), text.length());
		return text.substring(Math.min(span.start(), end), end);
	}

	private List<Variable> spans() {
		return this.variables.isEmpty() ? List.of()
				: Stream.of(this.variables.split(",")).map(OfferedContent::span).toList();
	}

	private static Variable span(String text) {
		int equals = text.lastIndexOf('=');
		int hyphen = text.lastIndexOf('-');
		return new Variable(text.substring(0, equals), Integer.parseInt(text.substring(equals + 1, hyphen)),
				Integer.parseInt(text.substring(hyphen + 1)));
	}

}
