package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.benchmark.SampleCustomer;
import io.frontlineservice.benchmark.SampleFiles;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.reader.CustomerFile;
import io.frontlineservice.crm.reader.FileFields;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time to load a customer file, and the memory that the loaded customers
 * need.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 5)
@Measurement(iterations = 9)
public class LoadBenchmark {

	@Param("100000")
	int customers;

	@Param({ "json", "csv" })
	String format;

	private final CustomersLoader loader = new CustomersLoader(
			new CustomerFile(new FileFields(FieldMapping.NONE), new AddressReader(null), FileEncoding.UTF_8));

	private Path file;

	private CustomersLoader.Loaded loaded;

	@Setup
	public void write() throws IOException {
		this.file = Files.createTempFile("customers", "." + this.format);
		if (this.format.equals("json")) {
			SampleFiles.writeJson(this.file, this.customers, SampleCustomer.WORKERS);
		}
		else {
			SampleFiles.writeCsv(this.file, this.customers, SampleCustomer.WORKERS);
		}
	}

	@Benchmark
	public int load() throws IOException {
		this.loaded = this.loader.load(FileLocation.of(this.file.toString()));
		return this.loaded.snapshot().size();
	}

	@TearDown
	public void printMemory() throws IOException {
		long withCustomers = usedAfterCollection();
		this.loaded = null;
		System.out.printf("%d customers hold %d MB%n", this.customers, (withCustomers - usedAfterCollection()) >> 20);
		Files.delete(this.file);
	}

	private static long usedAfterCollection() {
		Runtime runtime = Runtime.getRuntime();
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
