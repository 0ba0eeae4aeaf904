package io.frontlineservice.template;

import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.SampleService;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the rendering of all templates for one customer. One catalogue has nine
 * templates as in Twilio's sample. The other is the sandbox's, with greetings, dates and
 * two languages.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TemplatesBenchmark {

	private static final int CUSTOMERS = 1_000;

	@Param({ "src/load/templates.yml", "src/main/resources/sandbox/templates.yml" })
	String catalogue;

	private final SplittableRandom random = new SplittableRandom(1);

	private final SampleService service = new SampleService(CUSTOMERS, "everyone");

	private TemplateService templates;

	@Setup
	public void setUp() throws IOException {
		Catalogue read = new CatalogueReader(Locale.ENGLISH).read(FileLocation.of(this.catalogue));
		this.templates = new TemplateService(() -> read, new MessageContext.Defaults(Locale.ENGLISH, ZoneOffset.UTC),
				this.service.customers(), ContactRules.NONE,
				new CategoryLimit(SampleService.limit(), new LeftOutTemplates(new SimpleMeterRegistry())),
				(author, customerId, templates, deadline) -> {
				}, Clock.systemUTC());
	}

	@Benchmark
	public List<Category> render() {
		return this.templates.templates(SampleService.worker(this.service.nextWorker()),
				new CustomerId(String.valueOf(100_000 + this.random.nextInt(CUSTOMERS))),
				Deadline.in(Duration.ofSeconds(4)));
	}

}
