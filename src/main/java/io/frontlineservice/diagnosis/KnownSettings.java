package io.frontlineservice.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names of all settings of this service, out of the metadata that Spring's annotation
 * processor writes at build time. Called by {@link UnknownSettingsCheck}.
 */
final class KnownSettings {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private KnownSettings() {
	}

	static Set<String> names() {
		Set<String> names = new TreeSet<>();
		try {
			for (URL url : Collections.list(KnownSettings.class.getClassLoader().getResources(METADATA))) {
				addNames(url, names);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

	private static void addNames(URL url, Set<String> names) throws IOException {
		try (InputStream stream = url.openStream()) {
			for (JsonNode property : JsonMapper.shared().readTree(stream).path("properties")) {
				String name = property.path("name").asString("");
				if (name.startsWith("frontline.")) {
					names.add(name);
				}
			}
		}
	}

}
