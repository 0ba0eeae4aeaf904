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

/** Measures requests for the details of customers that the worker owns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DetailsBenchmark {

	@Param({ "1000", "100000", "1000000" })
	int customers;

	@Param({ "owner", "everyone" })
	String visibility;

	private final SplittableRandom random = new SplittableRandom(1);

	private SampleService service;

	@Setup
	public void setUp() {
		this.service = new SampleService(this.customers, this.visibility);
	}

	@Benchmark
	public Customer details() {
		int worker = this.service.nextWorker();
		int number = this.random.nextInt(this.customers / SampleService.WORKERS) * SampleService.WORKERS + worker;
		return this.service.details(worker, String.valueOf(100_000 + number));
	}

}
