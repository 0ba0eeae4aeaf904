package io.frontlineservice.diagnosis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.config.ConfigDataLocationResolverContext;
import org.springframework.boot.context.config.Profiles;
import org.springframework.boot.context.config.StandardConfigDataLocationResolver;
import org.springframework.boot.context.config.StandardConfigDataResource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the files of the configuration as Spring Boot does, and refuses one that cannot
 * be read with its path, line and column. Spring Boot itself fails with the exception of
 * the parser, which does not know the file. Called by Spring Boot, also for the doctor.
 */
final class ConfigurationFiles implements ConfigDataLocationResolver<StandardConfigDataResource>, Ordered {

	/** Other prefixes, such as {@code configtree:}, are not of files with settings. */
	private static final Pattern OF_FILES = Pattern
		.compile("(?:(?:file|classpath\\*?|resource):.*|[a-zA-Z]:[/\\\\].*|[^:]*)");

	/** What stands behind a name without extension: {@code .env[.properties]}. */
	private static final String HINT = "\\[(\\.\\w+)]";

	private final StandardConfigDataLocationResolver resolver;

	ConfigurationFiles(DeferredLogFactory logs, Binder binder, ResourceLoader resources) {
		this.resolver = new StandardConfigDataLocationResolver(logs, binder, resources);
	}

	@Override
	public boolean isResolvable(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
		return OF_FILES.matcher(location.getValue()).matches();
	}

	@Override
	public List<StandardConfigDataResource> resolve(ConfigDataLocationResolverContext context,
			ConfigDataLocation location) {
		try {
			return checked(this.resolver.resolve(context, location), location);
		}
		catch (IllegalStateException ex) {
			throw new UnreadableConfigurationException(location.getValue(),
					"this is neither a file with the extension yml, yaml or properties nor a folder with / at its end",
					ex);
		}
	}

	@Override
	public List<StandardConfigDataResource> resolveProfileSpecific(ConfigDataLocationResolverContext context,
			ConfigDataLocation location, Profiles profiles) {
		return checked(this.resolver.resolveProfileSpecific(context, location, profiles), location);
	}

	private static List<StandardConfigDataResource> checked(List<StandardConfigDataResource> found,
			ConfigDataLocation location) {
		found.stream()
			.map(StandardConfigDataResource::getResource)
			.filter((it) -> it != null && it.exists())
			.forEach((it) -> new ConfigurationFile(it, hint(it, location)).check());
		return found;
	}

	/** Returns the extension that the location gives for a file without one. */
	private static String hint(Resource file, ConfigDataLocation location) {
		Matcher hint = Pattern.compile(Pattern.quote(String.valueOf(file.getFilename())) + HINT)
			.matcher(location.getValue());
		return hint.find() ? hint.group(1) : "";
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

}
