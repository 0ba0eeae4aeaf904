package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.pretend.wire.Journal;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Tests the endpoints for curl. */
class ControlTests {

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account());

	private final Curl curl = new Curl(this.twilio);

	private ListeningService service;

	@BeforeEach
	void start() throws IOException {
		this.service = new ListeningService();
		this.twilio.start(0).callbacksAt(this.service.url());
	}

	@AfterEach
	void stop() {
		this.twilio.close();
		this.service.close();
	}

	@Test
	void inboundMessageCreatesConversation() throws Exception {
		this.service.answers("onConversationAdd", 200, "{\"friendly_name\":\"Lina Berg\"}");
		String sid = inbound().get("conversation_sid").asString();
		JsonNode all = read("/pretend/conversations");
		assertThat(all).hasSize(1);
		assertThat(all.get(0).get("sid").asString()).isEqualTo(sid);
		assertThat(all.get(0).get("friendly_name").asString()).isEqualTo("Lina Berg");
		assertThat(all.get(0).at("/participants/0/binding/address").asString()).isEqualTo("+14155550101");
		assertThat(all.get(0).at("/participants/0").propertyNames()).containsExactly("sid", "identity", "attributes",
				"binding", "created_at", "updated_at");
		assertThat(all.get(0).at("/messages/0/body").asString()).isEqualTo("Hello");
	}

	@Test
	void lostMessageIsExplained() throws Exception {
		this.service.answers("onConversationAdd", 500, "");
		JsonNode answer = inbound();
		assertThat(answer.get("conversation_sid").isNull()).isTrue();
		assertThat(answer.get("why").asString()).contains("rejected");
	}

	@Test
	void groupMessageAndCloseAreSupported() throws Exception {
		this.curl.post("/pretend/inbound", "From", "+14155550101", "Others", "+13055550133", "To", "+15005550006",
				"Body", "Hello");
		JsonNode conversation = read("/pretend/conversations").get(0);
		assertThat(conversation.get("participants")).hasSize(3);
		this.curl.post("/pretend/close", "ConversationSid", conversation.get("sid").asString());
		assertThat(read("/pretend/conversations").get(0).get("state").asString()).isEqualTo("closed");
	}

	@Test
	void workerCanStartConversation() throws Exception {
		this.service.answers("/callbacks/outgoing-conversation", 200, "{\"proxy_address\":\"+15005550006\"}");
		this.curl.post("/pretend/users", "Identity", "ada@example.com", "IsAvailable", "true");
		this.curl.post("/pretend/outbound", "Worker", "ada@example.com", "CustomerId", "1001", "ChannelType", "sms",
				"ChannelValue", "+14155550101");
		assertThat(read("/pretend/conversations").get(0).at("/participants/1/identity").asString())
			.isEqualTo("ada@example.com");
		assertThat(read("/pretend/users").get(0).get("available").asBoolean()).isTrue();
	}

	@Test
	void faultsCanBeAddedAndCleared() throws Exception {
		this.curl.post("/pretend/faults", "Call", "list_conversations", "Times", "9", "Status", "503", "Code", "20503",
				"RetryAfter", "2");
		assertThat(this.curl.get("/v1/Conversations").statusCode()).isEqualTo(503);
		assertThat(this.curl.get("/v1/Conversations").headers().firstValue("Retry-After")).hasValue("2");
		assertThat(this.curl.delete("/pretend/faults").statusCode()).isEqualTo(204);
		assertThat(this.curl.get("/v1/Conversations").statusCode()).isEqualTo(200);
		this.curl.post("/pretend/faults", "Method", "POST", "Path", "/v1/Conversations", "Done", "true");
		assertThat(this.curl.post("/v1/Conversations").statusCode()).isEqualTo(500);
		assertThat(read("/pretend/conversations")).hasSize(1);
		assertThat(this.curl.post("/pretend/faults", "Call", "nothing").statusCode()).isEqualTo(400);
		assertThat(this.curl.post("/pretend/faults", "Method", "GET", "Path", "(").statusCode()).isEqualTo(400);
	}

	@Test
	void journalHasBothDirectionsAndAuditCounts() throws Exception {
		inbound();
		this.curl.post("/v1/Conversations", "FriendlyName", "x");
		JsonNode journal = read("/pretend/journal");
		assertThat(journal).hasSize(4);
		assertThat(journal.get(0).get("direction").asString()).isEqualTo("CALLBACK");
		assertThat(journal.get(0).get("signature").asString()).isNotBlank();
		assertThat(journal.get(0).at("/form/EventType").asString()).isEqualTo("onConversationAdd");
		assertThat(journal.get(3).get("direction").asString()).isEqualTo("REST");
		assertThat(journal.get(3).get("status").asInt()).isEqualTo(201);
		assertThat(read("/pretend/audit").get("writes").asInt()).isEqualTo(1);
	}

	@Test
	void journalDropsOldestEntries() {
		Journal journal = this.twilio.journal();
		for (int i = 0; i < Journal.MOST + 5; i++) {
			journal.note("note " + i);
		}
		assertThat(journal.notes()).hasSize(Journal.MOST).startsWith("note 5");
	}

	@Test
	void missingParameterOrPathIsReported() throws Exception {
		assertThat(this.curl.post("/pretend/inbound", "From", "+14155550101").statusCode()).isEqualTo(400);
		assertThat(this.curl.get("/pretend/nothing").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "/pretend/conversations,evil.example,", "/v1/Conversations,evil.example,",
			"/v1/Conversations,twilio.com.evil.example,", "/pretend/conversations,frontline-api.twilio.com,",
			"/pretend/conversations,localhost,http://evil.example", "/v1/Conversations,localhost,http://evil.example",
			"/v1/Conversations,localhost,null" })
	void otherHostOrOriginIsRefused(String path, String host, @Nullable String origin) throws Exception {
		try (Socket socket = new Socket("localhost", this.twilio.url().getPort())) {
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: " + host + ((origin != null) ? "\r\nOrigin: " + origin : "")
						+ "\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(firstLine(socket.getInputStream())).contains("403");
		}
	}

	private JsonNode inbound() throws Exception {
		return Reply.JSON
			.readTree(this.curl.post("/pretend/inbound", "From", "+14155550101", "To", "+15005550006", "Body", "Hello")
				.body());
	}

	private JsonNode read(String path) throws Exception {
		return Reply.JSON.readTree(this.curl.get(path).body());
	}

	private static String firstLine(InputStream input) throws IOException {
		return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
	}

}
