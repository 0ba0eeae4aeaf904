package io.frontlineservice.datafile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds all properties that an object of a file has twice. Jackson ends the reading at
 * the first one. Called by {@link ListFile}.
 */
final class DuplicateProperties {

	private DuplicateProperties() {
	}

	/** Reads to the end of the file, or to an error that the reader reports too. */
	static List<BadFileException> in(JsonParser parser) {
		List<BadFileException> duplicates = new ArrayList<>();
		Deque<Set<String>> objects = new ArrayDeque<>();
		try {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.START_OBJECT) {
					objects.push(new HashSet<>());
				}
				else if (token == JsonToken.END_OBJECT) {
					objects.pop();
				}
				else if (token == JsonToken.PROPERTY_NAME && !objects.element().add(parser.currentName())) {
					duplicates
						.add(FilePosition.of(parser.currentTokenLocation()).error("this property stands here twice"));
				}
			}
		}
		catch (JacksonException ex) {
			return duplicates;
		}
		return duplicates;
	}

}
