package io.frontlineservice.command;

import java.io.IOException;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The version of this program, as its build wrote it. */
final class Version {

	/** The words that show it. */
	static final Set<String> OPTIONS = Set.of("version", "--version");

	private static final ClassPathResource BUILD = new ClassPathResource("META-INF/build-info.properties",
			Version.class.getClassLoader());

	private Version() {
	}

	/** Returns the version; classes that Maven did not build have none. */
	static String ofBuild() {
		try {
			return PropertiesLoaderUtils.loadProperties(BUILD).getProperty("build.version", "(unknown version)");
		}
		catch (IOException ex) {
			return "(unknown version)";
		}
	}

}
