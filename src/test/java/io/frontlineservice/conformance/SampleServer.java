package io.frontlineservice.conformance;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.PretendCrm;
import io.frontlineservice.sandbox.crm.contract.PretendCustomersApi;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A pretend server with customers that allow each check, and perhaps with a flaw. Its
 * pages are small, so that its lists have several. Not thread-safe.
 */
final class SampleServer implements PretendCrm, AutoCloseable {

	static final int LARGEST_PAGE = 10;

	static final String TOKEN = "CONFORMANCE_TOKEN";

	private final PretendCustomersApi correct = new PretendCustomersApi();

	private final Flaw flaw;

	private final CrmServer server = CrmServer.start(this, 0);

	private final List<Long> pauses = new ArrayList<>();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	SampleServer(Flaw flaw) {
		this.flaw = flaw;
		customers().forEach(this.correct.customers()::put);
	}

	static List<Map<String, Object>> customers() {
		return IntStream.range(0, 26).mapToObj(SampleServer::customer).toList();
	}

	/** Half of them are of one owner; three are of every worker, three of nobody. */
	private static Map<String, Object> customer(int number) {
		List<List<String>> owners = List.of(List.of("ada@example.com"), List.of("ada@example.com"),
				List.of("ben@example.com"), List.of("ada@example.com", "ben@example.com"), List.of("carla"),
				List.of("*"), List.of("ada@example.com"), List.of());
		List<String> ids = List.of("%d", "KD-%d/4", "AB %d");
		List<String> names = List.of("Lindqvist, Zora", "Jos\u00E9 Linhart", "100%% Linen_Shop", "Odile O'Brien %d",
				"Quentin \"Q\" & Sons+Co %d", "Quirin %d", "Quincy %d");
		Map<String, Object> customer = new LinkedHashMap<>();
		customer.put("customer_id", ids.get(number % ids.size()).formatted(1001 + number));
		customer.put("display_name", names.get(number % names.size()).formatted(number));
		customer.put("workers", owners.get(number % owners.size()));
		customer.put("channels", channels(number));
		return customer;
	}

	private static List<Map<String, String>> channels(int number) {
		String phone = "+1415555%04d".formatted(number / 2);
		return switch (number % 4) {
			case 0, 1 -> List.of(Map.of("type", "sms", "value", phone));
			case 2 -> List.of(Map.of("type", "whatsapp", "value", "whatsapp:" + phone));
			default -> List.of(Map.of("type", "chat", "value", "identity-" + number));
		};
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		Request asked = new Request(request);
		if (String.valueOf(asked.parameter("limit")).equals(String.valueOf(ListQuery.LARGEST))) {
			asked = asked.with("limit", String.valueOf(LARGEST_PAGE));
		}
		return this.flaw.answer(asked, (it) -> this.correct.answer(it.request()));
	}

	@Override
	public CrmReply rateLimited() {
		return this.correct.rateLimited();
	}

	CrmServer server() {
		return this.server;
	}

	PretendCustomersApi correct() {
		return this.correct;
	}

	/** How long the command has waited, in milliseconds. */
	List<Long> pauses() {
		return this.pauses;
	}

	/** Runs the command against this server; returns the exit code. */
	int check() {
		return check(0);
	}

	/** Runs the command with a clock on which each answer takes that time. */
	int check(long nanosEach) {
		AtomicLong time = new AtomicLong();
		CheckedServer.Clocks clocks = new CheckedServer.Clocks(() -> time.getAndAdd(nanosEach), this.pauses::add);
		return run(new ConformanceCommand(Map.of(TOKEN, PretendCustomersApi.TOKEN), clocks),
				this.server.url() + PretendCustomersApi.PATH);
	}

	int run(ConformanceCommand command, String... arguments) {
		return command.run(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), arguments);
	}

	String printed() {
		return this.out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

	String errors() {
		return this.err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

	/** The checks with that mark. */
	List<String> marked(String mark) {
		return printed().lines()
			.filter((it) -> it.startsWith("  " + mark + "  "))
			.map((it) -> it.substring(6))
			.toList();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
