package io.frontlineservice.callback;

import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import io.frontlineservice.WithPretendTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import io.frontlineservice.work.WorkStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Responses while the durable store fails. Events that cannot be stored are answered with
 * 503, and all other callbacks succeed.
 */
@RunningService
@Import(WithPretendTwilio.class)
@TestPropertySource(
		properties = { "frontline.senders.sms=+15005550006", "frontline.routing.default-worker=dmitri@example.com" })
class StoreOutageScenarioTests {

	private static final String SENDER = "+15005550006";

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@Autowired
	@WorkStore
	private JdbcClient store;

	@Autowired
	@WorkStore
	private DataSource connections;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@AfterEach
	void dropTriggers() {
		this.store.sql("drop trigger if exists no_events").update();
		this.store.sql("drop trigger if exists no_probes").update();
	}

	@Test
	void onlyEventsFailWhileStoreRefusesWrites() throws Exception {
		this.store.sql("create trigger no_events before insert on work_request begin select raise(abort, 'no'); end")
			.update();
		this.store.sql("create trigger no_probes before update on store_probe begin select raise(abort, 'no'); end")
			.update();
		String sid = this.twilio.inbound(LINA, SENDER, "Hello?");
		assertOnlyEventsFail(sid);
		assertThat(readiness()).isEqualTo(503);
		assertThat(new CrmCallback(this.port).list("ada@example.com").statusCode()).isEqualTo(200);
		dropTriggers();
		assertServiceWorks();
	}

	/** SQLite ends the transaction by itself, as on a full disk. */
	@Test
	void serviceRecoversFromFailureThatEndsTransaction() throws Exception {
		this.store.sql("pragma query_only = on").update();
		this.twilio.inbound(LINA, SENDER, "Hello?");
		assertThat(statuses()).startsWith(200, 503);
		assertServiceWorks();
	}

	/** The embedded store has only one connection, which the test takes. */
	@Test
	void onlyEventsFailWhileStoreHasNoFreeConnection() throws Exception {
		try (Connection onlyConnection = takeConnection()) {
			String sid = this.twilio.inbound(LINA, SENDER, "Hello?");
			assertOnlyEventsFail(sid);
			assertThat(readiness()).isEqualTo(503);
			assertThat(new CrmCallback(this.port).list("ada@example.com").statusCode()).isEqualTo(200);
			assertThat(onlyConnection.isClosed()).isFalse();
		}
		assertServiceWorks();
	}

	private Connection takeConnection() throws SQLException {
		return this.connections.getConnection();
	}

	/** The callbacks are onConversationAdd, onParticipantAdded and routing. */
	private void assertOnlyEventsFail(String sid) {
		assertThat(statuses()).containsExactly(200, 503, 503);
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		assertThat(this.twilio.workersOf(sid)).isEmpty();
	}

	private void assertServiceWorks() throws IOException, InterruptedException {
		assertThat(readiness()).isEqualTo(200);
		String sid = this.twilio.inbound(STRANGER, SENDER, "Hello?");
		assertThat(statuses()).endsWith(200, 200, 200);
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
	}

	private List<Integer> statuses() {
		return this.twilio.journal().callbacks().stream().map(Entry::status).toList();
	}

	private int readiness() throws IOException, InterruptedException {
		URI url = URI.create("http://localhost:" + this.managementPort + "/actuator/health/readiness");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
			.statusCode();
	}

}
