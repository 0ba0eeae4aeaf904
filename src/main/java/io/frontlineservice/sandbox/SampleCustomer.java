package io.frontlineservice.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * A customer of the sandbox, as its file has it. Copied into each pretend CRM. Immutable.
 *
 * @param worker the owner; null if there are several
 * @param workers the owners; null if there is one
 */
@JsonNaming(SnakeCaseStrategy.class)
record SampleCustomer(String customerId, String displayName, @Nullable String worker, @Nullable List<String> workers,
		@Nullable String company, @Nullable String email, @Nullable String language, List<SampleChannel> channels,
		@Nullable SampleDetails details, @Nullable Map<String, String> attributes) {

	/** The owner in a pretend CRM whose customers belong to every worker. */
	static final String SHARED_OWNER = "house@example.com";

	private static final TypeReference<List<SampleCustomer>> LIST = new TypeReference<>() {
	};

	/** Reads all customers of the sandbox. */
	static List<SampleCustomer> all() {
		String path = SandboxConfiguration.CUSTOMERS.substring("classpath:".length());
		try (InputStream file = new ClassPathResource(path).getInputStream()) {
			return JsonMapper.shared().readValue(file, LIST);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the e-mail addresses of the owners, one or two. */
	List<String> owners() {
		List<String> all = (this.workers != null) ? this.workers
				: (this.worker != null) ? List.of(this.worker) : List.of();
		return all.stream().map((owner) -> owner.equals("*") ? SHARED_OWNER : owner).toList();
	}

	/** Returns the first part of the name; empty if it has one part. */
	String firstName() {
		return this.displayName.substring(0, Math.max(0, lastBlank()));
	}

	String lastName() {
		return this.displayName.substring(lastBlank() + 1);
	}

	private int lastBlank() {
		return this.displayName.lastIndexOf(' ');
	}

	/**
	 * Returns the value of the channel of that type, without its prefix; null without
	 * one.
	 */
	@Nullable String channel(String type) {
		return this.channels.stream()
			.filter((channel) -> channel.type.equals(type))
			.map((channel) -> channel.value.replaceFirst("^whatsapp:", ""))
			.findFirst()
			.orElse(null);
	}

	/** Returns an attribute; null without it. */
	@Nullable String attribute(String name) {
		return (this.attributes != null) ? this.attributes.get(name) : null;
	}

	/** Returns the text about the customer; null without one. */
	@Nullable String about() {
		return (this.details != null) ? this.details.content : null;
	}

	record SampleChannel(String type, String value) {
	}

	record SampleDetails(String title, String content) {
	}

}
