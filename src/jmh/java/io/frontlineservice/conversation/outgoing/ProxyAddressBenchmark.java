package io.frontlineservice.conversation.outgoing;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.benchmark.SampleCustomer;
import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.SampleService;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.SampleSenders;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the choice of the sender among the senders of 50 countries. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProxyAddressBenchmark {

	private static final int CUSTOMERS = 1_000;

	private static final int COUNTRIES = 50;

	private final SplittableRandom random = new SplittableRandom(1);

	private final SampleService service = new SampleService(CUSTOMERS, "everyone");

	private final OutgoingConversations conversations = new OutgoingConversations(this.service.customers(),
			SampleSenders.ofCountries(COUNTRIES), new AddressReader(null), ContactRules.NONE);

	@Benchmark
	public Address proxyAddress() {
		SampleCustomer customer = SampleCustomer.of(this.random.nextInt(CUSTOMERS), SampleService.WORKERS);
		return this.conversations.proxyAddress(WorkerDirectory.empty().worker(WorkerIdentity.of(customer.worker())),
				new CustomerId(customer.id()), "sms", customer.phone(), Deadline.in(Duration.ofSeconds(4)));
	}

}
