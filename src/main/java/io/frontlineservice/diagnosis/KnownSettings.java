package io.frontlineservice.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names of all settings of this service, from the metadata that Spring's annotation
 * processor writes at build time. Called by {@link UnknownSettingsCheck}.
 * <p>
 * For a map, the metadata has only its name and type, so the names of its entries come
 * from that type: {@code frontline.senders.countries.*.sms}, where the star is any key.
 */
final class KnownSettings {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final Pattern MAP = Pattern
		.compile("java\\.util\\.Map<java\\.lang\\.String,(?<value>[^<>]+)(<.*>)?>");

	private KnownSettings() {
	}

	/** The names from the whole class path. */
	static Set<String> names() {
		return names((some) -> false);
	}

	/**
	 * Reads the metadata of one jar after the other. That of this service comes first,
	 * those of libraries have none of its settings, and adapters come last.
	 * @param enough whether these names are enough, so that no further jar is read
	 */
	static Set<String> names(Predicate<Set<String>> enough) {
		Set<String> names = new TreeSet<>();
		try {
			Enumeration<URL> jars = KnownSettings.class.getClassLoader().getResources(METADATA);
			while (!enough.test(names) && jars.hasMoreElements()) {
				addNames(jars.nextElement(), names);
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
					addNames(name, MAP.matcher(property.path("type").asString("")), names);
				}
			}
		}
	}

	private static void addNames(String name, Matcher map, Set<String> names) {
		if (!map.matches()) {
			names.add(name);
			return;
		}
		Class<?> type = ClassUtils.resolveClassName(map.group("value"), KnownSettings.class.getClassLoader());
		if (!type.isRecord()) {
			names.add(name + ".*");
			return;
		}
		for (RecordComponent component : type.getRecordComponents()) {
			names.add(name + ".*." + DataObjectPropertyName.toDashedForm(component.getName()));
		}
	}

}
