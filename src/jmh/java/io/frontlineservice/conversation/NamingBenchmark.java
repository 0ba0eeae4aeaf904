package io.frontlineservice.conversation;

import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;

import io.frontlineservice.conversation.ConversationNaming.Naming;
import io.frontlineservice.crm.SampleGuard;
import io.frontlineservice.customer.Deadline;
import io.frontlineservice.customer.FakeCrm;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a new conversation waits for its name, with a CRM that answers in 20 ms, behind
 * the guard, and twenty conversations beginning at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(20)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class NamingBenchmark {

	private static final String NUMBER = "+14155550101";

	private static final Duration CRM = Duration.ofMillis(20);

	private final TestRoom room = TestRoom.with(new FakeConversations(),
			SampleGuard.before(new FakeCrm(at(customer("1", "Lina Berg"), sms(NUMBER)))
				.onCall(() -> LockSupport.parkNanos(CRM.toNanos()))));

	@Benchmark
	public Naming name() {
		return this.room.bean(ConversationNaming.class)
			.name(NUMBER, "+15005550006", "{}", Deadline.in(Duration.ofSeconds(4)));
	}

	@TearDown
	public void close() {
		this.room.close();
	}

}
