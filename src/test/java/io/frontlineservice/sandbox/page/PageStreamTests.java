package io.frontlineservice.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests what the sandbox sends to an open page. */
@RunningSandbox
class PageStreamTests {

	private static final String OURS = "+15005550006";

	private static final int CUSTOMERS = 40;

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private FaultSwitches switches;

	@LocalServerPort
	private int port;

	/** Without routing, which would take longer and change the conversations later. */
	@BeforeEach
	void deliverNothing() {
		this.twilio.conditions().ticked();
		this.twilio.deliveries().dropping((event) -> true);
	}

	@Test
	void changeSendsOnlyItsConversation() throws IOException {
		String sid = crowd();
		try (Events events = new Events()) {
			events.next((it) -> it.sids().contains(sid));
			this.twilio.inbound(number(0), OURS, "Second message");
			Event change = events.next((it) -> it.name().equals("conversations"));
			assertThat(change.sids()).containsExactly(sid);
			assertThat(change.data().get(0).path("from").intValue()).isEqualTo(1);
			assertThat(change.data().get(0).path("conversation").path("messages").findValuesAsString("body"))
				.containsExactly("Second message");
			assertThat(change.length()).isLessThan(2000);
		}
	}

	@Test
	void firstConnectionGetsStateInSmallEvents() throws IOException {
		String sid = crowd();
		for (int i = 1; i < 3 * ConversationPieces.MOST; i++) {
			this.twilio.inbound(number(0), OURS, "Message " + i);
		}
		try (Events events = new Events()) {
			assertThat(events.next((it) -> true).name()).isEqualTo("start");
			List<String> sids = new ArrayList<>();
			List<String> messages = new ArrayList<>();
			while (messages.size() < 3 * ConversationPieces.MOST) {
				Event event = events.next((it) -> it.name().equals("conversations"));
				sids.addAll(event.sids());
				List<String> bodies = event.data().findValuesAsString("body");
				assertThat(event.data().size() + bodies.size()).isLessThanOrEqualTo(ConversationPieces.MOST);
				event.data().forEach((it) -> {
					if (it.path("sid").stringValue().equals(sid)) {
						assertThat(it.path("from").intValue()).isEqualTo(messages.size());
						messages.addAll(it.findValuesAsString("body"));
					}
				});
			}
			assertThat(Set.copyOf(sids)).hasSize(CUSTOMERS);
			assertThat(messages).hasSize(3 * ConversationPieces.MOST).endsWith("Message 299");
		}
	}

	@Test
	void burstIsSentTogether() throws IOException {
		String sid = crowd();
		try (Events events = new Events()) {
			events.next((it) -> it.sids().contains(sid));
			long start = System.nanoTime();
			for (int i = 0; i < CUSTOMERS; i++) {
				this.twilio.inbound(number(i), OURS, "Again");
			}
			long updates = 2 + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 100;
			int changed = 0;
			int sent = 0;
			while (changed < CUSTOMERS) {
				changed += events.next((it) -> it.name().equals("conversations")).sids().size();
				sent++;
			}
			assertThat(changed).isEqualTo(CUSTOMERS);
			assertThat(sent).isLessThanOrEqualTo((int) updates);
		}
	}

	@Test
	void deletedConversationIsSentWithoutState() throws IOException {
		String sid = String.valueOf(this.twilio.inbound(number(0), OURS, "Hello"));
		try (Events events = new Events()) {
			events.next((it) -> it.sids().contains(sid));
			this.twilio.reset();
			Event change = events.next((it) -> it.name().equals("conversations"));
			assertThat(change.sids()).containsExactly(sid);
			assertThat(change.data().get(0).path("conversation").isNull()).isTrue();
		}
	}

	@Test
	void switchesAreSentAtStartAndAfterChange() throws IOException {
		this.switches.change(FaultSwitch.SLOW_CRM, true);
		try (Events events = new Events()) {
			Event now = events.next((it) -> it.name().equals("switches"));
			assertThat(now.data().toString()).isEqualTo("[\"SLOW_CRM\"]");
			this.switches.change(FaultSwitch.SLOW_CRM, false);
			assertThat(events.next((it) -> it.name().equals("switches")).data().toString()).isEqualTo("[]");
		}
	}

	/** More than all buffers on the way hold waits for the page that does not read. */
	@Test
	@Timeout(15)
	void pageThatReadsNothingDelaysNoOther() throws IOException {
		try (Socket silent = new Socket("localhost", this.port); Events events = new Events()) {
			silent.getOutputStream()
				.write("GET /sandbox/api/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < 200; i++) {
				this.twilio.journal().note("A long note ".repeat(10_000));
			}
			String sid = String.valueOf(this.twilio.inbound(number(0), OURS, "Hello"));
			assertThat(events.next((it) -> it.sids().contains(sid)).sids()).containsExactly(sid);
		}
	}

	/** Starts conversations and returns the SID of the first, which changed last. */
	private String crowd() {
		for (int i = CUSTOMERS - 1; i > 0; i--) {
			this.twilio.inbound(number(i), OURS, "Hello");
		}
		return String.valueOf(this.twilio.inbound(number(0), OURS, "Hello"));
	}

	private static String number(int index) {
		return "+1202555%04d".formatted(1000 + index);
	}

	/** An open page's connection. */
	private final class Events implements AutoCloseable {

		private final BufferedReader lines;

		Events() throws IOException {
			URLConnection connection = URI
				.create("http://localhost:" + PageStreamTests.this.port + "/sandbox/api/events")
				.toURL()
				.openConnection();
			connection.setReadTimeout(20_000);
			this.lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
		}

		/** Skips all events until one matches. */
		Event next(Predicate<Event> condition) throws IOException {
			String name = "";
			for (String line = this.lines.readLine(); line != null; line = this.lines.readLine()) {
				if (line.startsWith("event:")) {
					name = line.substring("event:".length());
				}
				else if (line.startsWith("data:")) {
					String data = line.substring("data:".length());
					Event event = new Event(name, new JsonMapper().readTree(data), data.length());
					if (condition.test(event)) {
						return event;
					}
				}
			}
			throw new IOException("The stream has ended");
		}

		@Override
		public void close() throws IOException {
			this.lines.close();
		}

	}

	private record Event(String name, JsonNode data, int length) {

		/** The changed conversations. */
		List<String> sids() {
			return this.name.equals("conversations") ? StreamSupport.stream(this.data.spliterator(), false)
				.map((it) -> it.path("sid").stringValue())
				.toList() : List.of();
		}

	}

}
