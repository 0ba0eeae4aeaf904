package io.frontlineservice.customer;

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
 * Measures pages of the list without a search: the first page, and later pages by token
 * and by anchor.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ListBenchmark {

	@Param({ "1000", "100000", "1000000" })
	int customers;

	@Param({ "owner", "everyone" })
	String visibility;

	private final SplittableRandom random = new SplittableRandom(1);

	private final String[][] tokens = new String[SampleService.WORKERS][10];

	private SampleService service;

	@Setup
	public void setUp() {
		this.service = new SampleService(this.customers, this.visibility);
		for (int worker = 0; worker < SampleService.WORKERS; worker++) {
			for (int i = 0; i < this.tokens[worker].length; i++) {
				do {
					this.tokens[worker][i] = this.service.list(worker, "", null, anyAnchor(worker)).nextPageToken();
				}
				while (this.tokens[worker][i] == null);
			}
		}
	}

	private String anyAnchor(int worker) {
		int owned = this.customers / SampleService.WORKERS;
		return String.valueOf(100_000 + this.random.nextInt(owned) * SampleService.WORKERS + worker);
	}

	@Benchmark
	public CustomerList firstPage() {
		return this.service.list(this.service.nextWorker(), "", null, null);
	}

	@Benchmark
	public CustomerList pageByToken() {
		int worker = this.service.nextWorker();
		return this.service.list(worker, "", this.tokens[worker][this.random.nextInt(10)], null);
	}

	@Benchmark
	public CustomerList pageByAnchor() {
		int worker = this.service.nextWorker();
		return this.service.list(worker, "", null, anyAnchor(worker));
	}

}
