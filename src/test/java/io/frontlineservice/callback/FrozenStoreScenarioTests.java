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
 * PostgreSQL hangs: every callback is answered in time, and whatever can be is answered
 * well.
 */
@RunningService
@TestPropertySource(
		properties = { "frontline.senders.sms=+15005550006", "frontline.routing.default-worker=dmitri@example.com",
				"frontline.templates.location=classpath:sandbox/templates.yml" })
class FrozenStoreScenarioTests {

	private static final Duration PROMISE = Duration.ofSeconds(4);

	/** More than call the store at a time, fewer than the web server has threads. */
	private static final int CROWD = 60;

	private static final URI DATABASE = URI.create(TestPostgres.newDatabase().substring("jdbc:".length()));

	private static final FreezableProxy PROXY = new FreezableProxy(DATABASE.getPort());

	@TempDir
	private static Path folder;

	private final ExecutorService app = Executors.newCachedThreadPool();

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
		// Statements that are not prepared by name have their text in each request.
		settings.add("frontline.store.url", () -> "jdbc:postgresql://localhost:" + PROXY.port() + DATABASE.getPath()
				+ "?" + DATABASE.getQuery() + "&prepareThreshold=0");
	}

	@AfterEach
	void thaw() {
		PROXY.thaw();
		this.app.shutdown();
		awaitStore();
	}

	@AfterAll
	static void close() throws IOException {
		PROXY.close();
	}

	@Test
	void whereOpenConnectionsHang() throws Exception {
		awaitStore();
		PROXY.freeze();
		assertAllAnsweredInTime();
	}

	@Test
	void whereNoConnectionCanBeMade() throws Exception {
		PROXY.freeze();
		this.connections.getHikariPoolMXBean().softEvictConnections();
		assertAllAnsweredInTime();
	}

	/** The callback comes to that point, and from then on the store hangs for all. */
	@ParameterizedTest
	@CsvSource({ "BEGIN, ROUTING", "work_request, CONVERSATION_ADDED", "into scheduled_tasks, PARTICIPANT_ADDED",
			"into conversation, ROUTING", "COMMIT, CLOSED", "from visibility_grant, FOREIGN_DETAILS",
			"from visibility_grant, OWN_DETAILS", "from visibility_grant, NAME" })
	void whereAStatementIsNotAnswered(String statement, Question question) throws Exception {
		awaitStore();
		PROXY.freezeAt(statement);
		assertInTime(question, question.ask(this.port));
		assertThat(PROXY.isFrozen()).isTrue();
	}

	@Test
	void whatNeedsNoStoreIsAnsweredAtOnceBesideACrowdOfEvents() throws Exception {
		awaitStore();
		PROXY.freeze();
		List<Future<Answer>> events = IntStream.range(0, CROWD).mapToObj((i) -> ask(Question.ROUTING)).toList();
		for (int i = 0; i < 20; i++) {
			Answer list = Question.LIST.ask(this.port);
			assertThat(list.status()).isEqualTo(200);
			assertThat(list.after()).isLessThan(Duration.ofSeconds(1));
		}
		for (Future<Answer> event : events) {
			assertThat(event.get().after()).isLessThan(PROMISE);
			assertThat(event.get().status()).isEqualTo(503);
		}
	}

	private void assertAllAnsweredInTime() throws Exception {
		Map<Question, Future<Answer>> answers = new EnumMap<>(Question.class);
		for (Question question : Question.values()) {
			answers.put(question, ask(question));
		}
		for (Question question : Question.values()) {
			assertInTime(question, answers.get(question).get());
		}
	}

	private static void assertInTime(Question question, Answer answer) {
		assertThat(answer.after()).as(question.name()).isLessThan(PROMISE);
		assertThat(answer.status()).as(question.name()).isEqualTo(question.status);
	}

	private Future<Answer> ask(Question question) {
		Callable<Answer> call = () -> question.ask(this.port);
		return this.app.submit(call);
	}

	/** Until what hung is over, and an event is accepted again. */
	private void awaitStore() {
		await().atMost(Duration.ofSeconds(20))
			.ignoreExceptions()
			.until(() -> this.store.sql("select 1").query(Integer.class).single() == 1
					&& Question.ROUTING.ask(this.port).status() == 200);
	}

	/** What is asked, and the answer while there is no store. */
	enum Question {

		LIST(200, "crm", "Location", "GetCustomersList", "Worker", "ada@example.com"),

		/** A customer of Ben's has the same number. */
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

		OTHER_EVENT(200, "conversations", "EventType", "onMessageAdded", "ConversationSid", "CH" + "6".repeat(32));

		private final int status;

		private final String callback;

		@SuppressWarnings("ImmutableEnumChecker")
		private final String[] form;

		Question(int status, String callback, String... form) {
			this.status = status;
			this.callback = callback;
			this.form = form;
		}

		Answer ask(int port) throws IOException, InterruptedException {
			String path = "/callbacks/" + this.callback;
			SignedRequest request = SignedRequest.to(RunningService.PUBLIC_URL + path);
			for (int i = 0; i < this.form.length; i += 2) {
				request = request.with(this.form[i], this.form[i + 1]);
			}
			long start = System.nanoTime();
			HttpResponse<String> response = request.post("http://localhost:" + port + path);
			return new Answer(response.statusCode(), Duration.ofNanos(System.nanoTime() - start));
		}

	}

	private record Answer(int status, Duration after) {
	}

}
