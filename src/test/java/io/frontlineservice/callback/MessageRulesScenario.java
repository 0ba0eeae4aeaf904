package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.WithPretendTwilio.Age;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.work.WorkStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the tests of rules about messages have in common: Twilio sends all the events that
 * the rules need, and a worker acts in the app.
 */
@RunningServiceWithMessageRules
abstract class MessageRulesScenario {

	static final String ADA = "ada@example.com";

	static final String BEN = "ben@example.com";

	@Autowired
	protected PretendTwilio twilio;

	@Autowired
	protected Settled settled;

	@Autowired
	private Age age;

	@Autowired
	@WorkStore
	private TransactionTemplate transaction;

	@LocalServerPort
	private int port;

	@BeforeEach
	void selectEvents() {
		this.twilio.conditions()
			.ticked("onConversationAdd", "onParticipantAdded", "onParticipantRemoved", "onConversationStateUpdated",
					"onMessageAdd", "onMessageAdded", "onDeliveryUpdated");
	}

	/** A customer writes now; returns the conversation. */
	String inbound(String from, String to, String body) {
		String sid = Objects.requireNonNull(this.twilio.inbound(from, to, body));
		this.settled.await();
		return sid;
	}

	/** A customer wrote some time ago; returns the conversation. */
	String inboundBefore(Duration ago, String from, String to) {
		this.age.of(ago);
		String sid = inbound(from, to, "Hello?");
		this.age.of(Duration.ZERO);
		return sid;
	}

	/** Calls the service while its only connection to the store is in use. */
	String whileStoreHangs(Callable<String> call) throws Exception {
		CountDownLatch hangs = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		CompletableFuture<Void> hanging = CompletableFuture
			.runAsync(() -> this.transaction.executeWithoutResult((status) -> {
				hangs.countDown();
				await(answered);
			}));
		await(hangs);
		try {
			return call.call();
		}
		finally {
			answered.countDown();
			hanging.join();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A worker's message before it is published. */
	HttpResponse<String> send(String conversation, String body) throws Exception {
		return Callback.conversations(this.port)
			.post("EventType", "onMessageAdd", "AccountSid", "AC" + "0".repeat(32), "Attributes", "{}", "Author", ADA,
					"ClientIdentity", ADA, "ConversationSid", conversation, "Body", body, "Source", "SDK");
	}

	HttpResponse<String> proxyAddress(String worker, String customerId, String number) throws Exception {
		return Callback.outgoingConversation(this.port)
			.post("Location", "GetProxyAddress", "Worker", worker, "CustomerId", customerId, "ChannelType", "sms",
					"ChannelValue", number);
	}

	String templates(String customerId) throws Exception {
		return Callback.templates(this.port)
			.post("Location", "GetTemplatesByCustomerId", "Worker", ADA, "CustomerId", customerId)
			.body();
	}

	String details(String customerId) throws Exception {
		return new CrmCallback(this.port).details(ADA, customerId).body();
	}

}
