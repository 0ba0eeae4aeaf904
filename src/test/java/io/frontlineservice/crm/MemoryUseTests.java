package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.CrmQuestion.ById;
import io.frontlineservice.crm.CrmQuestion.Listed;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import io.frontlineservice.worker.WorkerIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * The answers in memory use no more than the configured memory. Measured in a process of
 * its own, because other tests use and release memory at the same time.
 */
class MemoryUseTests {

	private static final DataSize SIZE = DataSize.ofMegabytes(8);

	private static final int ROWS = 30;

	private AnswerCache cache = newCache();

	@Test
	void memoryStaysBelowItsBound() throws Exception {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp", classPath, MemoryUseTests.class.getName())
			.redirectErrorStream(true)
			.start();
		String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		assertThat(printed).matches("\\d+ \\d+");
		long[] bytes = Arrays.stream(printed.split(" ")).mapToLong(Long::parseLong).toArray();
		assertThat(bytes[0]).as("estimated").isBetween(SIZE.toBytes() * 8 / 10, SIZE.toBytes());
		assertThat(bytes[1]).as("used").isBetween(SIZE.toBytes() / 4, SIZE.toBytes());
	}

	/** Prints the bytes of a full cache: how many it estimates, and how many it uses. */
	public static void main(String... arguments) {
		MemoryUseTests test = new MemoryUseTests();
		for (int i = 0; i < 700; i++) {
			test.list(i);
			test.details(i);
		}
		long estimated = test.cache.bytes();
		long filled = usedMemory();
		test.cache = newCache();
		System.out.println(estimated + " " + (filled - usedMemory()));
	}

	private static AnswerCache newCache() {
		return new AnswerCache(new CrmCacheSettings(Duration.ofSeconds(60), Duration.ofHours(24), SIZE), () -> 0);
	}

	private void list(int worker) {
		WorkerIdentity owner = WorkerIdentity.of("Worker" + worker + "@example.com");
		List<CrmCustomer> rows = IntStream.range(0, ROWS)
			.mapToObj((row) -> customer(worker * ROWS + row, owner))
			.toList();
		this.cache.put(new Listed(null, Audience.of(Set.of(owner)), "", null, ROWS),
				new CachedAnswer(new CrmPage(rows, "after " + worker), 0));
	}

	private void details(int number) {
		CrmCustomer customer = customer(number, WorkerIdentity.of("Worker" + number + "@example.com"));
		this.cache.put(new ById(null, customer.id()), new CachedAnswer(new CrmPage(List.of(customer), null), 0));
	}

	private static CrmCustomer customer(int number, WorkerIdentity owner) {
		List<Channel> channels = List.of(Channel.of(sms("+1415" + (1_000_000 + number))),
				new Channel(ChannelType.WHATSAPP, "whatsapp:+1415" + (1_000_000 + number)));
		Customer card = new Customer(String.valueOf(number), "Customer number " + number, channels,
				List.of(new Link("Contact", "https://crm.example.com/contacts/" + number, "Open in the CRM")),
				new Detail("Details", "Buys every month. " + "Note ".repeat(10) + number), null);
		return new CrmCustomer(card, Set.of(owner), List.of("customer" + number + "@example.com"), "Company " + number,
				"en", null, Map.of("tier", "gold " + number, "since", "20" + number));
	}

	private static long usedMemory() {
		Runtime runtime = Runtime.getRuntime();
		long used = Long.MAX_VALUE;
		for (int i = 0; i < 3; i++) {
			System.gc();
			used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
		}
		return used;
	}

}
