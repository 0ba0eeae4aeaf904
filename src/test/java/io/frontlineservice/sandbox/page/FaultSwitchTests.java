package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests what a worker sees while a fault is switched on. */
@RunningSandbox
class FaultSwitchTests {

	private static final String LINA = "+14155550101";

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Broadcast broadcast;

	@Autowired
	private Settled settled;

	@LocalServerPort
	private int port;

	private SandboxPage page;

	@BeforeEach
	void open() {
		this.page = SandboxPage.open(browser.page(), this.port);
	}

	@Test
	void wrongSignatureIsRefused() {
		this.page.toggle("Wrong signature", true);
		this.page.row("Lina Berg").getByRole(AriaRole.BUTTON).click();
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("The callback answered with status 403.");
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("48004");
		assertThat(this.page.exchanges("GetCustomerDetailsByCustomerId").first()).containsText("403");
		this.page.toggle("Wrong signature", false);
		this.page.worker().getByText("Try again").click();
		assertThat(this.page.worker().getByRole(AriaRole.HEADING).getByText("Lina Berg")).isVisible();
	}

	@Test
	void callbackSignedBySharedKeyIsAnswered() {
		this.page.toggle("Signed by a shared key", true);
		this.page.openCustomer("Lina Berg");
		Locator exchange = this.page.exchanges("GetCustomerDetailsByCustomerId").first();
		assertThat(exchange).containsText("200");
		exchange.locator("summary").click();
		assertThat(exchange).containsText("X-Twilio-Webhooks-Signature-Settings: key=sandbox,algorithm=HMAC_SHA256");
	}

	@Test
	void switchStaysOffWhenRequestFails() {
		browser.page().route("**/sandbox/api/troubles/*", Route::abort);
		this.page.region("Break it").getByLabel("Slow CRM").click();
		assertThat(this.page.region("Break it").getByRole(AriaRole.ALERT)).containsText("The sandbox does not answer.");
		assertThat(this.page.region("Break it").getByLabel("Slow CRM")).not().isChecked();
	}

	@Test
	void switchesAgreeBetweenTabs() {
		SandboxPage other = SandboxPage.open(browser.page().context().newPage(), this.port);
		other.toggle("Slow CRM", true);
		assertThat(this.page.region("Break it").getByLabel("Slow CRM")).isChecked();
		this.page.toggle("Slow CRM", false);
		assertThat(other.region("Break it").getByLabel("Slow CRM")).not().isChecked();
	}

	@Test
	void reconnectedPageShowsCurrentSwitches() {
		awaitStream();
		browser.page().route("**/sandbox/api/events", Route::abort);
		this.broadcast.completeAll();
		assertThat(browser.page().getByRole(AriaRole.BANNER)).containsText("Not connected.");
		SandboxPage other = SandboxPage.open(browser.page().context().newPage(), this.port);
		other.toggle("Slow CRM", true);
		assertThat(this.page.region("Break it").getByLabel("Slow CRM")).not().isChecked();
		browser.page().route("**/sandbox/api/troubles/*", Route::abort);
		this.page.region("Break it").getByLabel("Dead CRM").click();
		assertThat(this.page.region("Break it").getByRole(AriaRole.ALERT)).isVisible();
		browser.page().unroute("**/sandbox/api/events");
		assertThat(this.page.region("Break it").getByLabel("Slow CRM")).isChecked();
		assertThat(browser.page().getByRole(AriaRole.BANNER)).not().containsText("Not connected.");
		assertThat(this.page.region("Break it").getByRole(AriaRole.ALERT)).hasCount(0);
	}

	@Test
	void pageConnectsAgainAfterAnotherServerUsedPort() {
		awaitStream();
		browser.page()
			.route("**/sandbox/api/events", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(404)),
					new Page.RouteOptions().setTimes(2));
		this.broadcast.completeAll();
		assertThat(browser.page().getByRole(AriaRole.BANNER)).containsText("Not connected.");
		assertThat(browser.page().getByRole(AriaRole.BANNER)).not().containsText("Not connected.");
	}

	@Test
	void restartIsTold() {
		this.page.openCustomer("Lina Berg");
		restart();
		assertThat(browser.page().getByRole(AriaRole.BANNER)).containsText("The sandbox has restarted.");
		assertThat(this.page.exchanges("GetCustomerDetailsByCustomerId").first()).isVisible();
		this.page.withNumber(LINA).writeAsCustomer("SMS", "Hello?");
		assertThat(browser.page().getByRole(AriaRole.BANNER)).not().containsText("The sandbox has restarted.");
	}

	@Test
	void restartedSandboxMayHaveOtherWorkers() {
		this.page.as("Ben Whitfield");
		assertThat(this.page.row("José Nuñez")).isVisible();
		browser.page().route("**/sandbox/api/setup", (route) -> {
			APIResponse setup = route.fetch();
			route.fulfill(new Route.FulfillOptions().setResponse(setup)
				.setBody(setup.text().replace("ben@example.com", "zoe@example.com").replace("Ben Whitfield", "Zoe")));
		});
		restart();
		assertThat(this.page.choice("Zoe")).hasCount(1);
		assertThat(this.page.workers()).hasValue("ada@example.com");
		assertThat(this.page.row("Lina Berg")).isVisible();
	}

	/** Connects the page for a moment to another run of the sandbox. */
	private void restart() {
		awaitStream();
		browser.page()
			.route("**/sandbox/api/events",
					(route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/event-stream")
						.setBody("retry: 100\nevent: start\ndata: {\"run\": \"another\"}\n\n")),
					new Page.RouteOptions().setTimes(1));
		this.broadcast.completeAll();
	}

	@Test
	void customerOfAnotherWorkerIsNotFound() {
		this.page.region("Break it").getByLabel("Another worker's customer").fill("1002");
		this.page.region("Break it").getByText("Open").click();
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("The callback answered with status 404.");
		this.page.as("Ben Whitfield");
		this.page.region("Break it").getByText("Open").click();
		assertThat(this.page.worker().getByText("José Nuñez").first()).isVisible();
	}

	@Test
	void slowCrmDelaysResponse() {
		this.page.toggle("Slow CRM", true);
		this.page.worker().getByLabel("Search customers").fill("lina");
		assertThat(this.page.customers()).hasCount(1);
		Locator millis = this.page.exchanges("GetCustomersList").first().locator(".millis");
		// The list may appear before the exchange.
		assertThat(millis).hasText(Pattern.compile("\\d{4,} ms"));
		assertThat(Integer.parseInt(millis.innerText().replace(" ms", ""))).isBetween((int) FaultyCrm.SLOW.toMillis(),
				4000);
	}

	@Test
	void conversationIsNamedWhenCrmIsBack() {
		this.page.toggle("Dead CRM", true);
		this.page.row("Lina Berg").getByRole(AriaRole.BUTTON).click();
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("The callback answered with status 503.");
		this.page.withNumber(LINA).writeAsCustomer("SMS", "Hello?");
		assertThat(this.twilio.conversations().get(0).friendlyName()).isEqualTo(LINA);
		this.page = SandboxPage.reopen(browser.page());
		this.page.toggle("Dead CRM", false);
		settle();
		this.page.openChats();
		assertThat(this.page.row("Lina Berg")).isVisible();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Twilio answers 429", "Twilio answers 500" })
	void refusedRestCallsAreRetried(String fault) {
		this.page.toggle(fault, true);
		this.page.withNumber(LINA).writeAsCustomer("SMS", "Hello?");
		assertThat(this.page.wire().locator(".status").getByText(fault.substring("Twilio answers ".length())).first())
			.isVisible();
		assertThat(this.twilio.workersOf(this.twilio.conversations().get(0).sid())).isEmpty();
		this.page.toggle(fault, false);
		settle();
		this.page.openChats();
		assertThat(this.page.row("Lina Berg")).isVisible();
	}

	@Test
	void eventDeliveredTwiceHasEffectOnce() {
		this.page.toggle("Events delivered twice", true);
		this.page.withNumber(LINA).writeAsCustomer("SMS", "Hello?");
		settle();
		assertThat(this.page.exchanges("routing")).hasCount(2);
		assertThat(this.page.exchanges("onParticipantAdded")).hasCount(2);
		this.page.openChats();
		assertThat(this.page.row("Lina Berg")).hasCount(1);
		assertThat(this.twilio.workersOf(this.twilio.conversations().get(0).sid())).containsExactly("ada@example.com");
	}

	private void settle() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.settled.hasten();
			return this.settled.waiting() == 0;
		});
	}

	/** Waits until the page has received something, so that its stream is connected. */
	private void awaitStream() {
		assertThat(this.page.exchanges("GetCustomersList").first()).isVisible();
	}

}
