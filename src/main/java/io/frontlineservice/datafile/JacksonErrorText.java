package io.frontlineservice.datafile;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;

/**
 * Describes an error of Jackson: names the property without quoting its value. Called by
 * {@link EntryReader}.
 */
final class JacksonErrorText {

	private JacksonErrorText() {
	}

	static String describe(DatabindException ex) {
		String path = path(ex);
		return path.isEmpty() ? "this entry cannot be read" : "the property " + path + " is not of the right kind";
	}

	private static String path(DatabindException ex) {
		return ex.getPath()
			.stream()
			.map(Reference::getPropertyName)
			.filter((name) -> name != null)
			.collect(Collectors.joining("."));
	}

}
