package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.pretend.account.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The contents of the sandbox's Twilio account: those of its templates, and some that
 * WhatsApp has not approved. Read by {@link PretendTwilioConfiguration}.
 */
public final class SandboxContents {

	private static final String FILE = "sandbox/contents.yml";

	private SandboxContents() {
	}

	/** Reads the file of the sandbox. */
	public static List<Content> read() {
		YAMLMapper mapper = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
			return mapper.readValue(file, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
