package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.FreezableProxy;
import io.frontlineservice.RunningService;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.work.WorkStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Responses while PostgreSQL hangs. Every callback is answered in time, and callbacks
 * that do not need the database succeed.
 */
@RunningService
@TestPropertySource(
		properties = { "frontline.senders.sms=+15005550006", "frontline.routing.default-worker=dmitri@example.com",
				"frontline.templates.location=classpath:sandbox/templates.yml" })
class FrozenStoreScenarioTests {

	private static final Duration TIME_LIMIT = Duration.ofSeconds(4);

	/** More than the concurrent calls of the store, fewer than the threads of Tomcat. */
	private static final int CONCURRENT_EVENTS = 60;

	private static final URI DATABASE = URI.create(TestPostgres.newDatabase().substring("jdbc:".length()));

	private static final FreezableProxy PROXY = new FreezableProxy(DATABASE.getPort());

	@TempDir
	private static Path folder;

	private final ExecutorService clients = Executors.newCachedThreadPool();

	@Autowired
	@WorkStore
	private HikariDataSource connections;

	@Autowired
	@WorkStore
	private JdbcClient store;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) throws IOException {
		Path customers = Files.writeString(folder.resolve("customers.csv"), """
				customer_id,display_name,worker,phone
				1,Lina Berg,ada@example.com,+14155550101
				2,Otto Berg,ben@example.com,+14155550101
				""");
		settings.add("frontline.crm.file.location", customers::toString);
		// Without named prepared statements, each request has the text of its statement.
		settings.add("frontline.store.url", () -> "jdbc:postgresql://localhost:" + PROXY.port() + DATABASE.getPath()
				+ "?" + DATABASE.getQuery() + "&prepareThreshold=0");
	}

	@AfterEach
	void thaw() {
		PROXY.thaw();
		PROXY.goUp();
		this.clients.shutdown();
		awaitStore();
	}

	@AfterAll
	static void close() throws IOException {
		PROXY.close();
	}

	@Test
	void callbacksAreAnsweredInTimeWhileOpenConnectionsHang() throws Exception {
		awaitStore();
		PROXY.freeze();
		assertAllAnsweredInTime();
	}

	@Test
	void callbacksAreAnsweredInTimeWhileNewConnectionsHang() throws Exception {
		PROXY.freeze();
		this.connections.getHikariPoolMXBean().softEvictConnections();
		assertAllAnsweredInTime();
	}

	/** The database hangs from the moment when the callback sends this statement. */
	@ParameterizedTest
	@CsvSource({ "BEGIN, ROUTING", "work_request, CONVERSATION_ADDED", "into scheduled_tasks, PARTICIPANT_ADDED",
			"into conversation, ROUTING", "COMMIT, CLOSED", "from visibility_grant, FOREIGN_DETAILS",
			"from visibility_grant, OWN_DETAILS", "from visibility_grant, NAME" })
	void callbackIsAnsweredInTimeWhenStatementHangs(String statement, CallbackRequest request) throws Exception {
		awaitStore();
		PROXY.freezeAt(statement);
		assertInTime(request, request.send(this.port));
		assertThat(PROXY.isFrozen()).isTrue();
	}

	@Test
	void listIsAnsweredWithinOneSecondWhileManyEventsHang() throws Exception {
		awaitStore();
		PROXY.freeze();
		List<Future<TimedResponse>> events = IntStream.range(0, CONCURRENT_EVENTS)
			.mapToObj((i) -> send(CallbackRequest.ROUTING))
			.toList();
		for (int i = 0; i < 20; i++) {
			TimedResponse list = CallbackRequest.LIST.send(this.port);
			assertThat(list.status()).isEqualTo(200);
			assertThat(list.duration()).isLessThan(Duration.ofSeconds(1));
		}
		for (Future<TimedResponse> event : events) {
			assertThat(event.get().duration()).isLessThan(TIME_LIMIT);
			assertThat(event.get().status()).isEqualTo(503);
		}
	}

	/** More events than may use the store at the same time. */
	@Test
	void restartOfTheDatabaseFailsNoCallback() throws Exception {
		awaitStore();
		PROXY.goDown();
		List<Future<TimedResponse>> events = IntStream.range(0, CONCURRENT_EVENTS)
			.mapToObj((i) -> this.clients.submit(() -> CallbackRequest.ROUTING.send(this.port, "CH%032x".formatted(i))))
			.toList();
		Future<TimedResponse> foreign = send(CallbackRequest.FOREIGN_DETAILS);
		// The restart takes longer than a call waits for a free slot.
		Thread.sleep(1200);
		PROXY.goUp();
		assertThat(foreign.get().status()).isEqualTo(404);
		for (Future<TimedResponse> event : events) {
			assertThat(event.get().status()).isEqualTo(200);
			assertThat(event.get().duration()).isLessThan(TIME_LIMIT);
		}
	}

	private void assertAllAnsweredInTime() throws Exception {
		Map<CallbackRequest, Future<TimedResponse>> responses = new EnumMap<>(CallbackRequest.class);
		for (CallbackRequest request : CallbackRequest.values()) {
			responses.put(request, send(request));
		}
		for (CallbackRequest request : CallbackRequest.values()) {
			assertInTime(request, responses.get(request).get());
		}
	}

	private static void assertInTime(CallbackRequest request, TimedResponse response) {
		assertThat(response.duration()).as(request.name()).isLessThan(TIME_LIMIT);
		assertThat(response.status()).as(request.name()).isEqualTo(request.status);
	}

	private Future<TimedResponse> send(CallbackRequest request) {
		Callable<TimedResponse> call = () -> request.send(this.port);
		return this.clients.submit(call);
	}

	/** Waits until the database responds and the service accepts an event again. */
	private void awaitStore() {
		await().atMost(Duration.ofSeconds(20))
			.ignoreExceptions()
			.until(() -> this.store.sql("select 1").query(Integer.class).single() == 1
					&& CallbackRequest.ROUTING.send(this.port).status() == 200);
	}

	/** A request, and the expected status while the database hangs. */
	enum CallbackRequest {

		LIST(200, "crm", "Location", "GetCustomersList", "Worker", "ada@example.com"),

		/** A customer of Ben has the same number. */
		OWN_DETAILS(200, "crm", "Location", "GetCustomerDetailsByCustomerId", "Worker", "ada@example.com", "CustomerId",
				"1"),

		FOREIGN_DETAILS(503, "crm", "Location", "GetCustomerDetailsByCustomerId", "Worker", "ada@example.com",
				"CustomerId", "2"),

		MISSING_DETAILS(503, "crm", "Location", "GetCustomerDetailsByCustomerId", "Worker", "ada@example.com",
				"CustomerId", "none"),

		TEMPLATES(503, "templates", "Location", "GetTemplatesByCustomerId", "Worker", "ada@example.com", "CustomerId",
				"2"),

		PROXY_ADDRESS(503, "outgoing-conversation", "Location", "GetProxyAddress", "Worker", "ada@example.com",
				"CustomerId", "2", "ChannelType", "sms", "ChannelValue", "+14155550101"),

		ROUTING(503, "routing", "ConversationSid", "CH" + "0".repeat(32)),

		NAME(200, "conversations", "EventType", "onConversationAdd", "MessagingBinding.Address", "+14155550101",
				"MessagingBinding.ProxyAddress", "+15005550006"),

		CONVERSATION_ADDED(503, "conversations", "EventType", "onConversationAdded", "ConversationSid",
				"CH" + "1".repeat(32)),

		PARTICIPANT_ADDED(503, "conversations", "EventType", "onParticipantAdded", "ConversationSid",
				"CH" + "2".repeat(32)),

		PARTICIPANT_REMOVED(503, "conversations", "EventType", "onParticipantRemoved", "ConversationSid",
				"CH" + "3".repeat(32)),

		CLOSED(503, "conversations", "EventType", "onConversationStateUpdated", "StateTo", "closed", "ConversationSid",
				"CH" + "4".repeat(32)),

		REMOVED(503, "conversations", "EventType", "onConversationRemoved", "ConversationSid", "CH" + "5".repeat(32)),

		/** Nothing is known of the opt-outs of the customer, so the message is sent. */
		MESSAGE_ADD(200, "conversations", "EventType", "onMessageAdd", "ClientIdentity", "ada@example.com", "Body",
				"Hello", "ConversationSid", "CH" + "6".repeat(32)),

		MESSAGE_ADDED(503, "conversations", "EventType", "onMessageAdded", "Author", "+14155550101", "Body", "STOP",
				"MessageSid", "IM" + "0".repeat(32), "ParticipantSid", "MB" + "0".repeat(32), "ConversationSid",
				"CH" + "6".repeat(32)),

		DELIVERY_UPDATED(503, "conversations", "EventType", "onDeliveryUpdated", "ConversationSid",
				"CH" + "8".repeat(32), "MessageSid", "IM" + "8".repeat(32), "ParticipantSid", "MB" + "8".repeat(32),
				"Status", "failed", "ErrorCode", "63016"),

		OTHER_EVENT(200, "conversations", "EventType", "onUserUpdated", "ConversationSid", "CH" + "7".repeat(32));

		private final int status;

		private final String callback;

		@SuppressWarnings("ImmutableEnumChecker")
		private final String[] form;

		CallbackRequest(int status, String callback, String... form) {
			this.status = status;
			this.callback = callback;
			this.form = form;
		}

		TimedResponse send(int port) throws IOException, InterruptedException {
			return send(port, "");
		}

		/** Sends the request for another conversation, unless that is empty. */
		TimedResponse send(int port, String conversationSid) throws IOException, InterruptedException {
			String path = "/callbacks/" + this.callback;
			SignedRequest request = SignedRequest.to(RunningService.PUBLIC_URL + path);
			for (int i = 0; i < this.form.length; i += 2) {
				boolean other = this.form[i].equals("ConversationSid") && !conversationSid.isEmpty();
				request = request.with(this.form[i], other ? conversationSid : this.form[i + 1]);
			}
			long start = System.nanoTime();
			HttpResponse<String> response = request.post("http://localhost:" + port + path);
			return new TimedResponse(response.statusCode(), Duration.ofNanos(System.nanoTime() - start));
		}

	}

	private record TimedResponse(int status, Duration duration) {
	}

}
