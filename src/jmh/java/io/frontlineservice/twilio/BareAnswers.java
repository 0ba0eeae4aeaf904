package io.frontlineservice.twilio;

import io.frontlineservice.customer.Customer;
import io.frontlineservice.template.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that the service gave, as objects of the same types. Used by
 * {@link BareService}. Immutable.
 */
final class BareAnswers {

	private static final Map<String, TypeReference<?>> TYPES = Map.of("GetCustomersList",
			new TypeReference<ListEnvelope>() {
			}, "GetCustomerDetailsByCustomerId", new TypeReference<DetailsEnvelope>() {
			}, "GetProxyAddress", new TypeReference<ProxyAddressAnswer>() {
			}, "GetTemplatesByCustomerId", new TypeReference<List<Category>>() {
			});

	private final Map<String, List<Object>> answers = new HashMap<>();

	/**
	 * Reads answers.
	 * @param file in each line a location, a tab, and an answer as JSON; without a file,
	 * there are no answers
	 */
	BareAnswers(String file, JsonMapper json) throws IOException {
		for (String line : file.isEmpty() ? List.<String>of() : Files.readAllLines(Path.of(file))) {
			String[] parts = line.split("\t", 2);
			this.answers.computeIfAbsent(parts[0], (location) -> new ArrayList<>())
				.add(json.readValue(parts[1], TYPES.get(parts[0])));
		}
	}

	/** Returns one of the answers. */
	Object any(String location) {
		List<Object> all = this.answers.get(location);
		return all.get(ThreadLocalRandom.current().nextInt(all.size()));
	}

	record ListEnvelope(CustomersAnswer objects) {
	}

	record DetailsEnvelope(CustomerAnswer objects) {
	}

	@JsonNaming(SnakeCaseStrategy.class)
	record CustomersAnswer(List<Customer> customers, boolean searchable, String nextPageToken) {
	}

	record CustomerAnswer(Customer customer) {
	}

	@JsonNaming(SnakeCaseStrategy.class)
	record ProxyAddressAnswer(String proxyAddress) {
	}

}
