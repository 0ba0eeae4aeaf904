package io.frontlineservice.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.documents.Document.Mention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/** Callbacks, management endpoints and metrics that the documents name. */
class DocumentedEndpointsTests {

	private static final Pattern CALLBACK = Pattern.compile("(/callbacks/[a-z][a-z-]*)");

	private static final Pattern ENDPOINT = Pattern.compile("/actuator/([A-Za-z]+)");

	private static final Pattern METRIC = Pattern.compile("\\b(frontline_[a-z_]++)(?!:\\d)");

	/** What Prometheus has behind the name of a metric. */
	private static final Pattern SUFFIX = Pattern.compile("(_total|_bytes|_seconds(_count|_sum|_max|_bucket)?)$");

	private final Repository repository = new Repository();

	DocumentedEndpointsTests() throws IOException {
	}

	@Test
	void everyCallbackEndpointAndMetricExists() throws Exception {
		List<String> problems = new ArrayList<>();
		for (Document document : Document.all()) {
			problems.addAll(problems(document));
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void whatDoesNotExistIsReported() throws Exception {
		Document document = Document.of(Path.of("made-up.md"), """
				https://frontline.example.com/callbacks/none, `/callbacks/…`, POST /callbacks/crm
				/actuator/none, /actuator/routing/CH…, `/actuator/health/readiness`
				frontline_none_total, `frontline_callbacks_seconds`, `frontline_bodies_refused_total`
				""");
		assertThat(problems(document)).containsExactly("made-up.md:1: the callback /callbacks/none does not exist",
				"made-up.md:2: the management endpoint none is not exposed",
				"made-up.md:3: the metric frontline_none_total does not exist");
	}

	private List<String> problems(Document document) throws IOException {
		List<String> problems = new ArrayList<>();
		for (Mention mention : document.mentions(CALLBACK)) {
			if (!this.repository.mainContains("\"" + mention.text() + "\"")) {
				problems.add(mention.problem("the callback " + mention.text() + " does not exist"));
			}
		}
		Set<String> endpoints = exposedEndpoints();
		for (Mention mention : document.mentions(ENDPOINT)) {
			if (!endpoints.contains(mention.text())) {
				problems.add(mention.problem("the management endpoint " + mention.text() + " is not exposed"));
			}
		}
		Set<String> metrics = this.repository.quotedInMain("frontline.")
			.stream()
			.map((name) -> name.replace('.', '_'))
			.collect(Collectors.toSet());
		for (Mention mention : document.mentions(METRIC)) {
			// The names of tables begin like those of metrics.
			boolean isTable = this.repository.mainContains(mention.text());
			if (!isTable && !metrics.contains(SUFFIX.matcher(mention.text()).replaceFirst(""))) {
				problems.add(mention.problem("the metric " + mention.text() + " does not exist"));
			}
		}
		return problems;
	}

	private static Set<String> exposedEndpoints() throws IOException {
		Object exposed = new YamlPropertySourceLoader().load("defaults", new ClassPathResource("application.yml"))
			.get(0)
			.getProperty("management.endpoints.web.exposure.include");
		return StringUtils.commaDelimitedListToSet(String.valueOf(exposed));
	}

}
